package io.meridian.testkit.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** The cluster's folder before its server starts: made when new, freed when a dead one holds it. */
final class PostgresCluster {

  /** A setting without a meaning to the server: its command line tells which cluster it serves. */
  static final String FOLDER = "meridian.folder";

  private final PostgresBinaries binaries;
  private final PostgresUser user;
  private final PostgresSettings settings;

  PostgresCluster(PostgresBinaries binaries, PostgresUser user, PostgresSettings settings) {
    this.binaries = binaries;
    this.user = user;
    this.settings = settings;
  }

  void prepare() throws IOException {
    if (Files.exists(settings.data().resolve("PG_VERSION"))) {
      release();
      user.own(settings.data()); // a former start may have been by another user
    } else {
      make();
    }
  }

  private void make() throws IOException {
    Path data = settings.data();
    Files.createDirectories(data);
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    Path secret = Files.createTempFile("meridian-", ".pw"); // for its owner only
    try {
      Files.writeString(secret, settings.password());
      user.own(data);
      user.own(secret);
      initdb(data, secret);
    } finally {
      Files.delete(secret);
    }
  }

  private void initdb(Path data, Path secret) throws IOException {
    boolean durable = !"off".equals(settings.effective().get("fsync"));
    List<String> program =
        List.of(
            binaries.program("initdb").toString(),
            "--pgdata=" + user.nameOf(data),
            "--username=" + PostgresSettings.USER,
            "--pwfile=" + secret,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--no-instructions",
            durable ? "--sync-method=fsync" : "--no-sync");
    Process process =
        new ProcessBuilder(user.running(program))
            .directory(data.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("initdb failed: " + output.strip());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /**
   * After a crash {@code postmaster.pid} stays behind. A server that still runs there (its launcher
   * was killed) is stopped; a process that merely got the same number later is left alone.
   */
  private void release() throws IOException {
    Path file = settings.data().resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    postmaster(file).ifPresent(orphan -> EmbeddedPostgres.stop(orphan, "INT"));
    Files.deleteIfExists(file);
  }

  private Optional<ProcessHandle> postmaster(Path pidFile) throws IOException {
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.isEmpty() || !lines.get(0).matches("\\d+")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0)))
        .filter(
            process ->
                process
                    .info()
                    .commandLine()
                    .filter(
                        line ->
                            line.contains("postgres") && line.contains(settings.data().toString()))
                    .isPresent());
  }
}
