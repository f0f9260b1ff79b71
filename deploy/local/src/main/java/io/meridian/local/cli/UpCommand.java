package io.meridian.local.cli;

import io.meridian.local.client.Api;
import io.meridian.local.seed.Seed;
import io.meridian.local.seed.World;
import io.meridian.local.stack.BackgroundTraining;
import io.meridian.local.stack.DataFolder;
import io.meridian.local.stack.House;
import io.meridian.local.stack.LocalStack;
import io.meridian.local.stack.Part;
import io.meridian.local.stack.PortPlan;
import io.meridian.local.stack.StackOptions;
import io.meridian.local.stack.Tuning;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Starts the stack and keeps it running until Ctrl-C or ./meridian down.")
final class UpCommand implements Callable<Integer> {

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--port-offset",
      paramLabel = "N",
      defaultValue = "0",
      description = "moves every port by N (default: 0, the door at 8080)")
  private int portOffset;

  @Option(names = "--no-seed", description = "leaves a new stack empty")
  private boolean noSeed;

  @Option(
      names = "--for-load",
      description = "compiles for load: starts take longer, thousands of updates a second do not")
  private boolean forLoad;

  @Option(
      names = "--train",
      hidden = true,
      description = "writes the start-up caches once all is up; the script knows when")
  private boolean train;

  @Option(
      names = "--without",
      paramLabel = "PART",
      split = ",",
      description = "leaves a part out, e.g. handoff-service, to run it in development mode")
  private List<String> without = List.of();

  @Override
  public Integer call() throws InterruptedException, IOException {
    PrintWriter out = spec.commandLine().getOut();
    StackOptions options =
        StackOptions.in(data.folder().root())
            .at(new PortPlan(portOffset))
            .only(parts())
            .tuned(forLoad ? Tuning.LOAD : Tuning.START)
            .supervise();
    String title = "Meridian starts; data in " + options.data().root();
    try (LocalStack stack = LocalStack.start(options, new ProgressLines(out, title))) {
      seed(stack, out);
      Welcome.print(out, stack.url(), data.again(), next(stack));
      if (train) {
        BackgroundTraining.begin(House.find(), stack.options().data());
        out.println(
            "Start-up caches are being written in the background, once per build; later starts are"
                + " faster.");
        out.flush();
      }
      Thread.currentThread().join();
    }
    return 0;
  }

  private void seed(LocalStack stack, PrintWriter out) throws IOException {
    DataFolder folder = stack.options().data();
    if (noSeed || Seed.isDone(folder) || !stack.options().parts().equals(Part.ALL)) {
      return;
    }
    new Seed(World.ofTheHouse(), stack.url(), stack.tokens()).run(folder);
    out.println(
        "  demo world           seeded: 3 regions, 12 TAMs, 10 customers, open escalations that"
            + " travel or stay at home");
  }

  /** Whom to be; a house without some part has none to ask. */
  private static String next(LocalStack stack) {
    return stack.options().parts().containsAll(EnumSet.of(Part.DOOR, Part.HANDOFF))
        ? new NextShiftChange(Api.at(stack.url(), stack.tokens().manager())).inWords()
        : "";
  }

  private Set<Part> parts() {
    Set<Part> parts = EnumSet.allOf(Part.class);
    for (String name : without) {
      parts.remove(
          Part.of(name)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(), "--without: there is no part " + name)));
    }
    return parts;
  }
}
