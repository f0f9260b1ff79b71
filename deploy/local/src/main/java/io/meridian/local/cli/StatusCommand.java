package io.meridian.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.meridian.local.stack.PartStatus;
import io.meridian.local.stack.StackStatus;
import io.meridian.local.stack.StackView;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Shows the URL and every part's state, port, process and lag.")
final class StatusCommand implements Callable<Integer> {

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    StackStatus status = new StackView(data.folder()).status();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(status));
    } else {
      print(status, out);
    }
    return status.running() ? 0 : 1;
  }

  private static void print(StackStatus status, PrintWriter out) {
    out.println(
        status.running() ? "Running at " + status.url() : "No stack runs in " + status.data());
    if (!status.running()) {
      return;
    }
    out.printf("%n  %-20s %-9s %6s %8s  %s%n", "part", "state", "port", "process", "lag");
    for (PartStatus part : status.parts()) {
      out.printf(
          "  %-20s %-9s %6d %8s  %s%n",
          part.part(),
          part.state(),
          part.port(),
          part.pid() == null ? "-" : part.pid().toString(),
          part.lag() == null ? "" : part.lag().inWords());
    }
  }
}
