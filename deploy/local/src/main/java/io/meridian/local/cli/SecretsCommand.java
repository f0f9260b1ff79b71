package io.meridian.local.cli;

import io.meridian.local.security.HouseSecrets;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

@Command(
    name = "secrets",
    mixinStandardHelpOptions = true,
    description = {
      "Prints new secrets for a house of containers, one variable a line, for deploy/compose/.env.",
      "Keeps nothing: whoever loses them needs a new house."
    })
final class SecretsCommand implements Runnable {

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    HouseSecrets.generate().forEach((name, secret) -> out.println(name + "=" + secret));
    out.flush();
  }
}
