package io.meridian.bench;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./meridian bench}: load and limits side by side, as a table of ratios. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures the house against raw limits taken in the same run.")
public final class BenchMain implements Callable<Integer> {

  private static final String NAMES =
      "accept, shift-change, latency, summary, calendar, start, notify, acceptance, takeover, held";

  private static final List<Scenario> ALL =
      List.of(
          new AcceptScenario(),
          new ShiftChangeScenario(),
          new LatencyScenario(),
          new SummaryScenario(),
          new CalendarScenario(),
          new StartScenario(),
          new NotifyScenario(),
          new AcceptanceScenario(),
          new TakeoverScenario(),
          new HeldScenario());

  @Parameters(paramLabel = "SCENARIO", description = NAMES + "; all without it")
  private List<String> names = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "rounds that count (default ${DEFAULT-VALUE})")
  private int rounds = 5;

  @Option(
      names = "--size",
      paramLabel = "N",
      split = ",",
      description = "open escalations at a shift change (default 10000), e.g. 1000,10000,100000")
  private List<Integer> sizes = List.of(10_000);

  @Option(
      names = "--resting",
      paramLabel = "PERCENT",
      description =
          "how many of those stay at home at a shift change, 0 to 99 (default ${DEFAULT-VALUE}),"
              + " e.g. 90: a tenth travels")
  private int resting = 0;

  public static void main(String[] args) {
    System.exit(new CommandLine(new BenchMain()).setCommandName("./meridian bench").execute(args));
  }

  @Override
  public Integer call() throws Exception {
    for (String name : names) {
      if (ALL.stream().noneMatch(scenario -> scenario.name().equals(name))) {
        System.err.println("no scenario " + name + "; there are " + NAMES);
        return CommandLine.ExitCode.USAGE;
      }
    }
    if (resting < 0 || resting > 99) {
      System.err.println("--resting must be 0 to 99");
      return CommandLine.ExitCode.USAGE;
    }
    RatioTable table = new RatioTable();
    for (Scenario scenario : ALL) {
      if (names.isEmpty() || names.contains(scenario.name())) {
        System.err.println("measuring " + scenario.name() + ": " + scenario.about());
        scenario.run(new Scenario.Plan(rounds, sizes, resting), table);
      }
    }
    System.out.println(table);
    return CommandLine.ExitCode.OK;
  }
}
