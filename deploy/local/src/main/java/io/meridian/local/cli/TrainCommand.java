package io.meridian.local.cli;

import io.meridian.local.replay.TicketExercise;
import io.meridian.local.seed.Exercise;
import io.meridian.local.stack.LocalStack;
import io.meridian.local.stack.StackView;
import io.meridian.local.stack.Training;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/** The script calls this once per build and JDK; see {@link Training}. */
@Command(
    name = "train",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Writes the start-up caches.")
final class TrainCommand implements Callable<Integer> {

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Training.run(
        TrainCommand::exercise,
        what -> {
          spec.commandLine().getOut().println(what);
          spec.commandLine().getOut().flush();
        });
    return 0;
  }

  private static void exercise(LocalStack stack) {
    new Exercise(stack).run();
    try {
      new TicketExercise(stack).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    new StackView(stack.options().data()).status(); // ./meridian status takes the same cache
  }
}
