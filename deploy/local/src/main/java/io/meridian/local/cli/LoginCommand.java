package io.meridian.local.cli;

import io.meridian.local.stack.DataFolder;
import io.meridian.local.stack.StackView;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "login",
    mixinStandardHelpOptions = true,
    description = "Prints a link into the console that works once, for 60 seconds.")
final class LoginCommand implements Callable<Integer> {

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--as",
      required = true,
      paramLabel = "ID",
      description = "manager, observer, auditor, admin, or a TAM's id, e.g. tam-kim")
  private String name = "";

  @Override
  public Integer call() throws IOException {
    Somebody somebody =
        Somebody.of(name)
            .filter(one -> !one.role().equals("integration"))
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(), "--as needs a role or a TAM id, e.g. tam-kim"));
    DataFolder folder = data.folder();
    StackView stack = new StackView(folder);
    stack.requireRunning();
    String token = HouseKey.tokens(folder).login(somebody.subject(), somebody.role());
    spec.commandLine().getOut().println(stack.url() + "/login/link?token=" + token);
    return 0;
  }
}
