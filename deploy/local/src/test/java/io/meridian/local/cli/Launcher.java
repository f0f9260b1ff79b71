package io.meridian.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code ./meridian} as users run it: a process of its own, what it prints in a file. */
final class Launcher {

  /** A finished command. */
  record Result(int code, String output) {}

  private static final Duration START_MAX = Duration.ofMinutes(6);

  private final Path folder;
  private final Process process;
  private final Path output;

  private Launcher(Path folder, Map<String, String> variables, List<String> arguments)
      throws IOException {
    this.folder = folder;
    this.output = Files.createTempFile(folder, "launcher", ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                "env",
                "--default-signal=INT", // also where these tests run in the background
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Meridian.class.getName()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(variables);
    this.process = builder.start();
  }

  static Launcher start(Path folder, String... arguments) throws IOException {
    return new Launcher(folder, Map.of(), List.of(arguments));
  }

  /** Runs a command to its end. */
  static Result run(Path folder, String... arguments) throws Exception {
    return run(folder, Map.of(), arguments);
  }

  /** The same, with variables. */
  static Result run(Path folder, Map<String, String> variables, String... arguments)
      throws Exception {
    Launcher launcher = new Launcher(folder, variables, List.of(arguments));
    assertThat(launcher.process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    return new Result(launcher.process.exitValue(), launcher.output());
  }

  /** Waits for {@code up} to say that all is up. */
  void awaitUp() throws Exception {
    long deadline = System.nanoTime() + START_MAX.toNanos();
    while (!output().contains("Meridian is up at")) {
      assertThat(process.isAlive()).as(output()).isTrue();
      assertThat(System.nanoTime()).as("still starting: %s", output()).isLessThan(deadline);
      Thread.sleep(200);
    }
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ctrl-C. */
  int interrupt() throws Exception {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  /**
   * Runs the lines that {@code up} printed for copying, in a shell.
   *
   * @param env what the command in the first of them prints
   */
  Result copyAndPaste(String env) throws Exception {
    StringBuilder script = new StringBuilder("set -eu\n");
    env.lines()
        .filter(line -> line.startsWith("export "))
        .forEach(line -> script.append(line).append('\n'));
    boolean continued = false;
    for (String line : output().lines().toList()) {
      boolean starts = line.startsWith("curl ");
      if (starts || continued) {
        script.append(line.replaceFirst("^curl -s ", "curl -sS --fail-with-body ")).append('\n');
        continued = line.endsWith("\\");
        if (!continued) {
          script.append("echo\n");
        }
      }
    }
    Path file = Files.writeString(folder.resolve("copied.sh"), script);
    Process shell = new ProcessBuilder("sh", file.toString()).redirectErrorStream(true).start();
    String said =
        new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    return new Result(shell.waitFor(), said);
  }
}
