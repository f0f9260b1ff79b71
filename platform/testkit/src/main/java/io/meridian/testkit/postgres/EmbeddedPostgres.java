package io.meridian.testkit.postgres;

import io.meridian.testkit.Detached;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running PostgreSQL server, child of this process; its process id is the postmaster's. */
public final class EmbeddedPostgres {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final PostgresSettings settings;
  private final Process process;

  private EmbeddedPostgres(PostgresSettings settings, Process process) {
    this.settings = settings;
    this.process = process;
  }

  /**
   * Starts the server and waits until it answers; makes the cluster first when there is none.
   *
   * @throws IOException when the cluster cannot be made or the server does not answer within a
   *     minute; its log says why
   */
  public static EmbeddedPostgres start(PostgresBinaries binaries, PostgresSettings settings)
      throws IOException {
    EmbeddedPostgres server = launch(binaries, settings);
    server.awaitReady();
    return server;
  }

  /** As {@link #start}, without waiting. */
  public static EmbeddedPostgres launch(PostgresBinaries binaries, PostgresSettings settings)
      throws IOException {
    PostgresUser user = PostgresUser.of(binaries);
    new PostgresCluster(binaries, user, settings).prepare();
    List<String> program =
        new ArrayList<>(
            List.of(
                binaries.program("postgres").toString(),
                "-D",
                user.nameOf(settings.data()),
                "-c",
                PostgresCluster.FOLDER + "=" + settings.data()));
    settings
        .effective()
        .forEach((name, value) -> program.addAll(List.of("-c", name + "=" + value)));
    Process process =
        new ProcessBuilder(Detached.command(user.running(program)))
            .directory(settings.data().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
            .start();
    return new EmbeddedPostgres(settings, process);
  }

  /** Waits until the server takes connections. */
  public void awaitReady() throws IOException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (true) {
      try (Connection ignored = connect("postgres")) {
        return;
      } catch (SQLException e) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          throw new IOException("PostgreSQL did not start: " + lastLogLine(), e);
        }
        pause();
      }
    }
  }

  /** Makes the database unless it exists. */
  public void ensureDatabase(String name) throws SQLException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("create database \"" + name + "\"");
    }
  }

  /** A new connection to a database of this server, as its superuser. */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        settings.jdbcUrl(database), PostgresSettings.USER, settings.password());
  }

  public PostgresSettings settings() {
    return settings;
  }

  public Process process() {
    return process;
  }

  /** Ends all sessions, writes a checkpoint and exits; killed after 20 seconds. */
  public void stop() {
    stop(process.toHandle(), "INT");
  }

  /** Exits at once, without a checkpoint: for clusters that nobody needs again. */
  public void stopImmediately() {
    stop(process.toHandle(), "QUIT");
  }

  /** Stops any postmaster by its handle: INT for a fast stop, QUIT for an immediate one. */
  public static void stop(ProcessHandle postmaster, String signal) {
    try {
      PostgresUser.run(List.of("kill", "-" + signal, Long.toString(postmaster.pid())));
      postmaster.onExit().get(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      postmaster.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      postmaster.destroyForcibly();
    }
  }

  private String lastLogLine() throws IOException {
    if (!Files.exists(settings.log())) {
      return "no log";
    }
    List<String> lines = Files.readAllLines(settings.log());
    return lines.isEmpty() ? "empty log " + settings.log() : lines.get(lines.size() - 1);
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
