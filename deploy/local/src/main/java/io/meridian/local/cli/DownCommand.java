package io.meridian.local.cli;

import io.meridian.local.stack.StackView;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Spec;

@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "Stops the stack; its data stays.")
final class DownCommand implements Callable<Integer> {

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() {
    StackView view = new StackView(data.folder());
    spec.commandLine()
        .getOut()
        .println(view.stop() ? "Stopped." : "No stack runs in " + data.folder().root() + ".");
    return 0;
  }
}
