package io.meridian.local.cli;

import io.meridian.local.security.LocalTokens;
import io.meridian.local.stack.DataFolder;
import io.meridian.local.stack.StackView;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "env",
    mixinStandardHelpOptions = true,
    description = {
      "Prints lines for a shell: eval \"$(./meridian env)\"",
      "sets MERIDIAN, and a token each in MANAGER, TAM (Kim's), ADMIN and INTEGRATION;",
      "with --as, MERIDIAN and TOKEN. Tokens are good for twelve hours."
    })
final class EnvCommand implements Callable<Integer> {

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--as",
      paramLabel = "ROLE|TAM",
      description = "manager, observer, integration, auditor, admin, or a TAM's id, e.g. tam-kim")
  private @Nullable String name;

  @Override
  public Integer call() throws IOException {
    Somebody wanted = name == null ? null : somebody(name);
    DataFolder folder = data.folder();
    LocalTokens tokens = HouseKey.tokens(folder);
    PrintWriter out = spec.commandLine().getOut();
    out.println("export MERIDIAN=" + new StackView(folder).url() + "/api/v1");
    if (wanted != null) {
      out.println("export TOKEN=" + wanted.token(tokens));
      return 0;
    }
    out.println("export MANAGER=" + tokens.manager());
    out.println("export TAM=" + tokens.tam("tam-kim"));
    out.println("export ADMIN=" + tokens.admin());
    out.println("export INTEGRATION=" + tokens.integration());
    return 0;
  }

  private Somebody somebody(String wanted) {
    return Somebody.of(wanted)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), "--as needs a role or a TAM id, e.g. tam-kim"));
  }
}
