package io.meridian.local.cli;

import io.meridian.local.client.Answer;
import io.meridian.local.client.Api;
import io.meridian.local.security.LocalTokens;
import io.meridian.local.stack.DataFolder;
import io.meridian.local.stack.StackView;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Prints a bearer token, and nothing else.")
final class TokenCommand implements Callable<Integer> {

  enum As {
    tam,
    manager,
    observer,
    integration,
    auditor,
    admin;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--as",
      required = true,
      paramLabel = "ROLE",
      description = "one of: ${COMPLETION-CANDIDATES}")
  private As role = As.tam;

  @Parameters(
      arity = "0..1",
      paramLabel = "TAM",
      description = "with --as tam: the TAM's id, e.g. tam-kai")
  private @Nullable String tam;

  @Override
  public Integer call() throws IOException {
    DataFolder folder = data.folder();
    LocalTokens tokens = HouseKey.tokens(folder);
    String token = token(tokens);
    spec.commandLine().getOut().println(token);
    warnOfStranger(new StackView(folder), token);
    return 0;
  }

  /** A token can be made for anybody, and who is on no roster is refused. */
  private void warnOfStranger(StackView stack, String token) {
    if (role != As.tam || !stack.isRunning()) {
      return;
    }
    Answer answer = Api.at(stack.url(), token).get("/me");
    if (answer.status() == 403) {
      spec.commandLine().getErr().println("meridian: " + answer.body().path("detail").asText());
    }
  }

  private String token(LocalTokens tokens) {
    if (role == As.tam) {
      if (tam == null || !tam.matches("[A-Za-z0-9._@-]{1,64}")) {
        throw new ParameterException(spec.commandLine(), "--as tam needs a TAM id, e.g. tam-kai");
      }
      return tokens.tam(tam);
    }
    if (tam != null) {
      throw new ParameterException(spec.commandLine(), "only --as tam takes a TAM id");
    }
    return switch (role) {
      case manager -> tokens.manager();
      case observer -> tokens.observer();
      case integration -> tokens.integration();
      case auditor -> tokens.auditor();
      case admin -> tokens.admin();
      case tam -> throw new AssertionError("handled above");
    };
  }
}
