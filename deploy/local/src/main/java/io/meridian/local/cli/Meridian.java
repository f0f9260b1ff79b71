package io.meridian.local.cli;

import io.meridian.local.stack.StackRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./meridian}: one command for the local stack. Exit codes: 0 done, 1 refused, 2 usage. */
@Command(
    name = "meridian",
    mixinStandardHelpOptions = true,
    version = "Meridian 1.0.0-SNAPSHOT",
    description = "Hands critical customer escalations from region to region, on this machine.",
    footer = {
      "",
      "Further: ./meridian test (every test), ./meridian bench (load and limits).",
    },
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      TokenCommand.class,
      LoginCommand.class,
      EnvCommand.class,
      DemoCommand.class,
      ReplayCommand.class,
      MailCommand.class,
      DeadLettersCommand.class,
      AuditCommand.class,
      CalendarCommand.class,
      TopicsCommand.class,
      SeedCommand.class,
      DoorCommand.class,
      SecretsCommand.class,
      TrainCommand.class,
    })
public final class Meridian implements Runnable {

  /** Asked so often that they are built without all the others. */
  private static final Map<String, Supplier<Callable<Integer>>> QUICK =
      Map.of("status", StatusCommand::new, "token", TokenCommand::new);

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  public static void main(String[] arguments) {
    System.exit(execute(arguments));
  }

  /** Runs one command and returns its exit code. */
  static int execute(String... arguments) {
    Supplier<Callable<Integer>> quick = arguments.length == 0 ? null : QUICK.get(arguments[0]);
    return quick == null
        ? commandLine().execute(arguments)
        : commandLine(quick.get())
            .setCommandName("meridian " + arguments[0])
            .execute(Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  static CommandLine commandLine() {
    return commandLine(new Meridian());
  }

  private static CommandLine commandLine(Object asked) {
    return new CommandLine(asked)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println("meridian: " + oneLine(failure));
              return 1;
            });
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }

  /** What went wrong, in one line, without the names of classes where that can be. */
  static String oneLine(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (message.contains("No space left on device")) {
        return "the disk is full (" + firstLine(message) + ")";
      }
    }
    boolean expected =
        failure instanceof StackRefusal
            || failure instanceof IOException
            || failure instanceof UncheckedIOException;
    return expected ? firstLine(String.valueOf(failure.getMessage())) : failure.toString();
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
