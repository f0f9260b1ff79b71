package io.meridian.local.cli;

import io.meridian.local.demo.Demo;
import io.meridian.local.demo.DemoPlan;
import io.meridian.local.stack.ClockSettings;
import io.meridian.local.stack.LocalStack;
import io.meridian.local.stack.PortPlan;
import io.meridian.local.stack.StackOptions;
import io.meridian.local.stack.StackRefusal;
import io.meridian.local.stack.TemporaryFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Plays a follow-the-sun day at speed, with simulated TAMs, on a stack of its own.",
      "Ends with the gap report that managers see."
    })
final class DemoCommand implements Callable<Integer> {

  /** Where the demo's calendar begins, and where nobody needs it any more. */
  private static final Instant EARLIEST = Instant.parse("2020-01-02T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2099-01-01T00:00:00Z");

  /** From launching the services until the calendar is in force, at the very most. */
  private static final Duration HEAD_START = Duration.ofSeconds(45);

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      converter = UtcInstant.class,
      defaultValue = "2026-03-07T22:00:00Z",
      description =
          "first instant played (default: ${DEFAULT-VALUE}, before a clock change in the USA)")
  private Instant from = Instant.EPOCH;

  @Option(
      names = "--hours",
      paramLabel = "N",
      defaultValue = "28",
      description = "how many hours are played (default: ${DEFAULT-VALUE})")
  private int hours;

  @Option(
      names = "--speed",
      paramLabel = "X",
      defaultValue = "480",
      description = "how many times as fast as real time, 1 to 3600 (default: ${DEFAULT-VALUE})")
  private double speed;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "new folder in which the demo's data stay (default: one that goes with it)")
  private @Nullable Path data;

  @Option(
      names = "--port-offset",
      paramLabel = "N",
      description = "moves every port by N (default: to ports that are free)")
  private @Nullable Integer portOffset;

  @Option(names = "--keep", description = "leaves the stack up afterwards, until Ctrl-C")
  private boolean keep;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (from.isBefore(EARLIEST) || from.isAfter(LATEST)) {
      throw new ParameterException(
          spec.commandLine(), "--from must be between " + EARLIEST + " and " + LATEST);
    }
    requireBetween("--hours", hours, 1, 24 * 366);
    requireBetween("--speed", speed, 1, 3600);
    PrintWriter out = spec.commandLine().getOut();
    DemoPlan plan = new DemoPlan(from, Duration.ofHours(hours), speed, Math.max(12, hours), 2026);
    if (data != null) {
      requireNew(data);
      play(plan, StackOptions.in(data), out);
      return 0;
    }
    try (TemporaryFolder folder = TemporaryFolder.create("meridian-demo-")) {
      play(plan, StackOptions.in(folder), out);
    }
    return 0;
  }

  private void play(DemoPlan plan, StackOptions where, PrintWriter out)
      throws InterruptedException {
    ClockSettings clock =
        new ClockSettings(plan.from(), Clock.systemUTC().instant().plus(HEAD_START), speed);
    PortPlan ports = portOffset == null ? PortPlan.free() : new PortPlan(portOffset);
    StackOptions options = where.at(ports).on(clock).supervise();
    Path folder = options.data().root();
    String title = "A stack for the demo starts; data in " + folder;
    try (LocalStack stack = LocalStack.start(options, new ProgressLines(out, title))) {
      new Demo(plan, stack, clock, out).run();
      if (keep) {
        if (options.temporary() != null) {
          options.temporary().keep();
        }
        out.printf(
            "%n  Still up at %s, its clock running; data in %s%n  Ctrl-C, or ./meridian down --data %s, stops it.%n",
            stack.url(), folder, folder);
        out.flush();
        Thread.currentThread().join();
      }
    }
  }

  /** The demo's clock begins where it likes, which no data of another stack would survive. */
  private static void requireNew(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> inside = Files.list(folder)) {
        if (inside.findAny().isPresent()) {
          throw new StackRefusal(
              "--data " + folder + " is not empty: a demo begins in a folder of its own");
        }
      }
    }
  }

  private void requireBetween(String option, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new ParameterException(
          spec.commandLine(), "%s must be %.0f to %.0f".formatted(option, least, most));
    }
  }
}
