package io.meridian.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Prometheus' own checker, from the PATH. Where there is none, what needs it is skipped with one
 * line; in continuous integration ({@code CI} is set) it must be there.
 */
final class Promtool {

  private Promtool() {}

  /** Runs it in a folder; fails with its words unless it ends with 0. */
  static void run(Path folder, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(found().toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static Path found() {
    Optional<Path> tool =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "promtool"))
            .filter(Files::isExecutable)
            .findFirst();
    if (tool.isEmpty() && System.getenv("CI") != null) {
      throw new AssertionError("promtool is missing: apt-get install prometheus");
    }
    assumeTrue(tool.isPresent(), "no promtool here (Debian: apt-get install prometheus)");
    return tool.orElseThrow();
  }
}
