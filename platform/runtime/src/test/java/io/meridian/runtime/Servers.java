package io.meridian.runtime;

import io.meridian.testkit.FreePorts;
import io.meridian.testkit.kafka.BrokerSettings;
import io.meridian.testkit.kafka.KafkaBroker;
import io.meridian.testkit.kafka.TopicList;
import io.meridian.testkit.postgres.EmbeddedPostgres;
import io.meridian.testkit.postgres.PostgresBinaries;
import io.meridian.testkit.postgres.PostgresSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** A PostgreSQL and a broker that a test may stop, kill and start again. */
public final class Servers implements AutoCloseable {
  private static final String DATABASE = "service";
  private static final List<Logger> LOUD =
      Stream.of("kafka", "org.apache.kafka", "state.change.logger").map(Logger::getLogger).toList();

  private final Path folder;
  private EmbeddedPostgres postgres;
  private KafkaBroker broker;

  private Servers(Path folder, EmbeddedPostgres postgres, KafkaBroker broker) {
    this.folder = folder;
    this.postgres = postgres;
    this.broker = broker;
  }

  /** Starts both, with the house's topics and the platform's tables. */
  public static Servers start() throws IOException, SQLException {
    LOUD.forEach(logger -> logger.setLevel(Level.SEVERE));
    Path folder = Files.createTempDirectory("meridian-runtime-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    var database =
        new PostgresSettings(
            folder.resolve("postgres"),
            folder.resolve("postgres.log"),
            FreePorts.next(),
            "meridian",
            Map.of("fsync", System.getProperty("fsync", "off")));
    var kafka = new BrokerSettings(folder.resolve("kafka"), FreePorts.next(), FreePorts.next());
    EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresBinaries.shared(), database);
    Servers servers = new Servers(folder, postgres, KafkaBroker.start(kafka));
    TopicList.ofTheHouse().createAt(servers.bootstrapServers());
    postgres.ensureDatabase(DATABASE);
    servers.run("db/platform/V0_1__platform.sql");
    servers.run("db/platform/V0_2__progress_and_replays.sql");
    servers.run("db/migration/V1__seen.sql");
    return servers;
  }

  public String bootstrapServers() {
    return broker.settings().bootstrapServers();
  }

  public String databaseUrl() {
    return postgres.settings().reactiveUrl(DATABASE);
  }

  public String password() {
    return postgres.settings().password();
  }

  public Connection connect() throws SQLException {
    return postgres.connect(DATABASE);
  }

  public void stopBroker() {
    broker.close();
  }

  public void startBroker() throws IOException {
    broker = KafkaBroker.start(broker.settings());
  }

  /** As a crash: no checkpoint, all sessions end. */
  public void crashPostgres() {
    postgres.stopImmediately();
  }

  public void startPostgres() throws IOException {
    postgres = EmbeddedPostgres.start(PostgresBinaries.shared(), postgres.settings());
  }

  /** Runs one statement on a connection of its own. */
  public void sql(String statement) throws SQLException {
    try (Connection connection = connect();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  /** The first column of the first row. */
  public long number(String query) {
    try (Connection connection = connect();
        Statement sql = connection.createStatement();
        var rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    broker.close();
    postgres.stopImmediately();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private void run(String script) throws IOException, SQLException {
    try (InputStream sql = Servers.class.getClassLoader().getResourceAsStream(script)) {
      sql(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
