package io.meridian.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.local.calendar.CalendarFile;
import io.meridian.local.calendar.CalendarRefusal;
import io.meridian.local.calendar.DifferencePrint;
import io.meridian.local.calendar.RemoteCalendar;
import io.meridian.local.client.Answer;
import io.meridian.local.security.LocalTokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "calendar",
    mixinStandardHelpOptions = true,
    description = {
      "The shift calendar as code: a YAML file says what is to be in force.",
      "Exit codes: 0 done, 1 refused, 2 usage, 3 the result has gaps and --fail-on-gaps."
    },
    subcommands = {
      CalendarCommand.Export.class,
      CalendarCommand.Diff.class,
      CalendarCommand.Apply.class,
      CalendarCommand.Schema.class,
    })
final class CalendarCommand implements Runnable {

  private static final int GAPS = 3;

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "export, diff, apply or schema?");
  }

  /** {@code -f}: the file that is compared or applied. */
  static final class Input {

    @Option(
        names = {"-f", "--file"},
        required = true,
        paramLabel = "FILE",
        description = "YAML or JSON; - is the standard input")
    private Path file = Path.of("");

    @Option(names = "--fail-on-gaps", description = "exit 3 when the result has gaps")
    private boolean failsOnGaps;

    int codeFor(JsonNode difference) {
      boolean hasGaps = difference.path("gaps").path("result").path("count").asInt() > 0;
      return failsOnGaps && hasGaps ? GAPS : 0;
    }
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Writes the calendar in force; applying it again changes nothing.")
  static final class Export implements Callable<Integer> {

    @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();
    @Mixin private HouseOption house = new HouseOption();

    @Option(
        names = {"-f", "--file"},
        paramLabel = "FILE",
        description = "where to (default: the standard output)")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
      String yaml = CalendarFile.write(calendar(house).inForce().body());
      if (file == null) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(yaml);
        out.flush();
      } else {
        Files.writeString(file, yaml);
      }
      return 0;
    }
  }

  @Command(
      name = "diff",
      mixinStandardHelpOptions = true,
      description = "Shows what applying a file would change in the next 12 months.")
  static final class Diff implements Callable<Integer> {

    @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();
    @Mixin private HouseOption house = new HouseOption();
    @Mixin private Input input = new Input();

    @Override
    public Integer call() throws IOException {
      return refusing(
          spec,
          () -> {
            ObjectNode calendar = CalendarFile.read(input.file);
            JsonNode difference = calendar(house).difference(input.file.toString(), calendar);
            new DifferencePrint(spec.commandLine().getOut()).print(difference);
            return input.codeFor(difference);
          });
    }
  }

  @Command(
      name = "apply",
      mixinStandardHelpOptions = true,
      description = {
        "Puts a file in force, unless it is in force already.",
        "With --fail-on-gaps a file with gaps is not applied."
      })
  static final class Apply implements Callable<Integer> {

    @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();
    @Mixin private HouseOption house = new HouseOption();
    @Mixin private Input input = new Input();

    @Override
    public Integer call() throws IOException {
      return refusing(spec, this::apply);
    }

    private int apply() throws IOException {
      PrintWriter out = spec.commandLine().getOut();
      String name = input.file.toString();
      ObjectNode calendar = CalendarFile.read(input.file);
      RemoteCalendar remote = calendar(house);
      Answer before = remote.inForce();
      JsonNode difference = remote.difference(name, calendar);
      new DifferencePrint(out).print(difference);
      int code = input.codeFor(difference);
      if (code != 0) {
        out.println("Not applied: the result has gaps.");
      } else if (!difference.path("entries").isEmpty()) {
        out.println("Applied: revision " + remote.apply(name, calendar, before.etag()));
      }
      out.flush();
      return code;
    }
  }

  @Command(
      name = "schema",
      mixinStandardHelpOptions = true,
      description = "Prints the JSON Schema of the file, for editors.")
  static final class Schema implements Callable<Integer> {

    @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws IOException {
      try (InputStream schema =
          CalendarCommand.class.getResourceAsStream("/calendar.schema.json")) {
        if (schema == null) {
          throw new IllegalStateException("the schema is not packed");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        out.flush();
      }
      return 0;
    }
  }

  private static RemoteCalendar calendar(HouseOption house) throws IOException {
    return new RemoteCalendar(house.api(LocalTokens::manager));
  }

  private static int refusing(CommandLine.Model.CommandSpec spec, Callable<Integer> work)
      throws IOException {
    try {
      return work.call();
    } catch (CalendarRefusal refusal) {
      refusal.lines().forEach(spec.commandLine().getErr()::println);
      return 1;
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
