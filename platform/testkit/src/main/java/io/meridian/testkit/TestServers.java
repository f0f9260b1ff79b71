package io.meridian.testkit;

import io.meridian.testkit.kafka.BrokerSettings;
import io.meridian.testkit.kafka.KafkaBroker;
import io.meridian.testkit.kafka.TopicList;
import io.meridian.testkit.postgres.DatabaseRoles;
import io.meridian.testkit.postgres.EmbeddedPostgres;
import io.meridian.testkit.postgres.PostgresBinaries;
import io.meridian.testkit.postgres.PostgresSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The servers of this JVM's tests: one PostgreSQL, one broker, one signing key. */
final class TestServers {

  private static final String PREFIX = "meridian.testkit.";
  private static final String DATABASE = "test";
  private static final String PASSWORD = "meridian";
  private static final String SEALING_KEY = "dGhlIHNlYWxpbmcga2V5IG9mIHRoZSB0ZXN0cywgMzI=";

  /** Loggers that would drown a test's own words. */
  private static final List<String> QUIET =
      List.of("kafka", "org.apache.kafka", "state.change.logger");

  private TestServers() {}

  /**
   * The application's settings; starts the servers at the first call.
   *
   * <p>Kept in system properties, since the test framework may load this class more than once.
   */
  static Map<String, String> settings() {
    Properties system = System.getProperties();
    synchronized (system) {
      if (system.getProperty(PREFIX + "kafka.bootstrap.servers") == null) {
        start().forEach((name, value) -> system.setProperty(PREFIX + name, value));
      }
      Map<String, String> settings = new TreeMap<>();
      for (String name : system.stringPropertyNames()) {
        if (name.startsWith(PREFIX)) {
          settings.put(name.substring(PREFIX.length()), system.getProperty(name));
        }
      }
      return settings;
    }
  }

  static String bootstrapServers() {
    return settings().getOrDefault("kafka.bootstrap.servers", "");
  }

  private static Map<String, String> start() {
    QUIET.forEach(name -> Logger.getLogger(name).setLevel(Level.WARNING));
    try {
      Path folder = Files.createTempDirectory("meridian-test-");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      EmbeddedPostgres postgres =
          EmbeddedPostgres.launch(
              PostgresBinaries.shared(),
              database(folder, Map.of("fsync", "off", "full_page_writes", "off")));
      KafkaBroker broker =
          KafkaBroker.start(
              new BrokerSettings(folder.resolve("kafka"), FreePorts.next(), FreePorts.next()));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, broker, folder)));
      TopicList.ofTheHouse().createAt(broker.settings().bootstrapServers());
      postgres.awaitReady();
      return settings(postgres, broker);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an application is told of these servers. */
  static Map<String, String> settings(EmbeddedPostgres postgres, KafkaBroker broker) {
    try {
      DatabaseRoles roles = new DatabaseRoles(DATABASE, PASSWORD, PASSWORD);
      try (Connection connection = postgres.connect("postgres")) {
        roles.ensureAt(connection);
      }
      Map<String, String> settings = new TreeMap<>(Tokens.settings());
      settings.put("quarkus.datasource.jdbc.url", postgres.settings().jdbcUrl(DATABASE));
      settings.put("quarkus.datasource.reactive.url", postgres.settings().reactiveUrl(DATABASE));
      settings.put("quarkus.datasource.username", PostgresSettings.USER);
      settings.put("quarkus.datasource.password", PASSWORD);
      settings.put("meridian.database.service-role", roles.service());
      settings.put("meridian.sealing.keys", SEALING_KEY);
      settings.put("kafka.bootstrap.servers", broker.settings().bootstrapServers());
      QUIET.forEach(name -> settings.put("quarkus.log.category.\"" + name + "\".level", "WARN"));
      return settings;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static PostgresSettings database(Path folder, Map<String, String> options) {
    return new PostgresSettings(
        folder.resolve("postgres"),
        folder.resolve("postgres.log"),
        FreePorts.next(),
        PASSWORD,
        options);
  }

  static void stop(EmbeddedPostgres postgres, KafkaBroker broker, Path folder) {
    postgres.stopImmediately();
    broker.close();
    try (Stream<Path> all = Files.walk(folder, new FileVisitOption[0])) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      System.err.println("left behind: " + folder + " (" + e.getMessage() + ")");
    }
  }
}
