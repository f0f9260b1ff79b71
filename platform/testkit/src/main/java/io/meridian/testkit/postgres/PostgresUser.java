package io.meridian.testkit.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Who PostgreSQL runs as. It refuses to run as root, so root runs it as {@code nobody}, or, where
 * {@code nobody} cannot reach the folders (a clone under {@code /root}), inside a user namespace.
 */
enum PostgresUser {
  /** We are not root: as ourselves. */
  OURSELVES(List.of()),
  NOBODY(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--")),
  NAMESPACE(List.of("unshare", "--user", "--"));

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

  /** Makes {@code folder} this user's own. */
  void own(Path folder) throws IOException {
    if (this == NOBODY) {
      run(List.of("chown", "-R", "nobody:nogroup", folder.toString()));
    } else if (this == NAMESPACE) {
      run(List.of("chown", "-R", "root:root", folder.toString()));
    }
  }

  /**
   * The user for these folders.
   *
   * @throws IOException when root has no way to run PostgreSQL there
   */
  static PostgresUser of(PostgresBinaries binaries, Path data) throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return OURSELVES;
    }
    String postgres = binaries.program("postgres").toString();
    Path parent = Files.createDirectories(data).toAbsolutePath().resolve("..").normalize();
    for (PostgresUser user : List.of(NOBODY, NAMESPACE)) {
      if (succeeds(user.running(List.of(postgres, "--version")))
          && succeeds(user.running(List.of("test", "-x", parent.toString())))) {
        return user;
      }
    }
    throw new IOException(
        "PostgreSQL does not run as root, and the user nobody cannot enter "
            + parent
            + ": choose a data folder that everybody can enter");
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
