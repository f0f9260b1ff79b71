package io.meridian.testkit.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Who PostgreSQL runs as. It refuses to run as root, so root runs it as {@code nobody}: that user
 * owns the cluster's folder, and nothing around it.
 */
enum PostgresUser {
  /** We are not root: as ourselves. */
  OURSELVES(List.of()),
  NOBODY(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"));

  /**
   * The folder that a process stands in. Whoever stands in it may use it, also where they may not
   * pass the folders above: root enters the cluster's folder and then becomes {@code nobody}.
   */
  private static final String STANDING_IN = "/proc/self/cwd";

  private final List<String> prefix;

  PostgresUser(List<String> prefix) {
    this.prefix = prefix;
  }

  /** The command that runs {@code program} as this user, in the same process (no fork). */
  List<String> running(List<String> program) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(program);
    return command;
  }

  /** How a program of this user that is started in {@code folder} names it. */
  String nameOf(Path folder) {
    return this == NOBODY ? STANDING_IN : folder.toString();
  }

  /** Makes {@code folder}, with all that is in it, this user's own. */
  void own(Path folder) throws IOException {
    if (this == NOBODY) {
      run(List.of("chown", "-R", "nobody:nogroup", folder.toString()));
    }
  }

  /**
   * The user for these programs.
   *
   * @throws IOException when root cannot become {@code nobody}, or nobody cannot run them
   */
  static PostgresUser of(PostgresBinaries binaries) throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return OURSELVES;
    }
    String postgres = binaries.program("postgres").toString();
    if (!succeeds(NOBODY.running(List.of(postgres, "--version")))) {
      throw new IOException(
          "PostgreSQL does not run as root, and the user nobody cannot run "
              + postgres
              + ": setpriv of util-linux is needed, and folders above that everybody can enter");
    }
    return NOBODY;
  }

  private static boolean succeeds(List<String> command) {
    try {
      run(command);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  static void run(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(String.join(" ", command) + " failed");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
