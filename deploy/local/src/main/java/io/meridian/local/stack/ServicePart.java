package io.meridian.local.stack;

import io.meridian.local.security.LocalTokens;
import io.meridian.local.security.SigningKey;
import io.meridian.testkit.postgres.DatabaseRoles;
import io.meridian.testkit.postgres.PostgresSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One of the four services, from its built jar. */
final class ServicePart implements PartLauncher {

  private static final int HEAP_MEGABYTES = 320;

  /** Four services, Kafka and PostgreSQL share the machine: more threads would only take turns. */
  private static final int EVENT_LOOPS =
      Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  private final Part part;
  private final StackOptions options;
  private final Caches caches;
  private final PostgresSettings database;
  private final SigningKey key;

  ServicePart(
      Part part, StackOptions options, Caches caches, PostgresSettings database, SigningKey key) {
    this.part = part;
    this.options = options;
    this.caches = caches;
    this.database = database;
    this.key = key;
  }

  @Override
  public Part part() {
    return part;
  }

  /**
   * Writes the same settings as shell lines to {@code dev/<service>.env}, so that the service can
   * run outside this stack, as in Quarkus' development mode.
   */
  void describe() throws IOException {
    Map<String, String> all = new TreeMap<>(properties());
    all.putAll(secrets());
    all.put("quarkus.devservices.enabled", "false");
    String lines =
        all.entrySet().stream()
            .map(entry -> "export " + variable(entry.getKey()) + "='" + entry.getValue() + "'\n")
            .collect(Collectors.joining());
    Path folder = Files.createDirectories(options.data().root().resolve("dev"));
    DataFolder.writeSecret(folder.resolve(part.label() + ".env"), lines);
  }

  /** The environment variable that stands for a setting. */
  static String variable(String setting) {
    return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  @Override
  public Process launch() throws IOException {
    JavaCommand java = caches.java(part, HEAP_MEGABYTES, options.tuning());
    return Processes.start(
        java.properties(properties()).jar(caches.house().jar(part)),
        secrets(),
        options.data().freshLog(part));
  }

  /** Told by environment variables, since everybody may read a command line. */
  private Map<String, String> secrets() throws IOException {
    return Map.of(
        variable("kafka.sasl.jaas.config"), broker().getOrDefault("sasl.jaas.config", ""),
        variable("quarkus.datasource.password"), roles().servicePassword(),
        variable("quarkus.flyway.password"), roles().migratorPassword(),
        variable("meridian.audit.signing-key"), options.data().auditSigningKey(),
        variable("meridian.sealing.keys"), options.data().sealingKey());
  }

  private Map<String, String> broker() throws IOException {
    return options.data().brokerAccess().client(part.label());
  }

  private DatabaseRoles roles() throws IOException {
    return options.data().databaseRoles(part);
  }

  private Map<String, String> properties() throws IOException {
    Map<String, String> properties = new TreeMap<>();
    properties.put("quarkus.profile", "local");
    properties.put("quarkus.vertx.event-loops-pool-size", Integer.toString(EVENT_LOOPS));
    properties.put("quarkus.http.host", "127.0.0.1");
    properties.put("quarkus.http.port", Integer.toString(options.ports().port(part)));
    properties.put("quarkus.management.host", "127.0.0.1");
    properties.put(
        "quarkus.management.port", Integer.toString(options.ports().managementPort(part)));
    properties.put("quarkus.datasource.jdbc.url", database.jdbcUrl(part.shortName()));
    properties.put("quarkus.datasource.reactive.url", database.reactiveUrl(part.shortName()));
    properties.put("quarkus.datasource.username", roles().service());
    properties.put("quarkus.flyway.username", roles().migrator());
    properties.put("kafka.bootstrap.servers", "127.0.0.1:" + options.ports().port(Part.KAFKA));
    broker()
        .forEach(
            (name, value) -> {
              if (!name.equals("sasl.jaas.config")) {
                properties.put("kafka." + name, value);
              }
            });
    properties.put("mp.jwt.verify.publickey.location", key.publicKey().toUri().toString());
    properties.put("mp.jwt.verify.issuer", LocalTokens.ISSUER);
    if (options.clock() != null) {
      properties.putAll(options.clock().properties());
    }
    if (part == Part.HANDOFF) {
      properties.putAll(notifications());
    }
    properties.putAll(options.settings().getOrDefault(part, Map.of()));
    return properties;
  }

  /** Links lead to the front door, and mail to the stack's own server, if it has one. */
  private Map<String, String> notifications() {
    Map<String, String> properties = new TreeMap<>();
    properties.put(
        "meridian.notifications.link-base", "http://127.0.0.1:" + options.ports().port(Part.DOOR));
    if (options.parts().contains(Part.MAIL)) {
      properties.put("meridian.notifications.smtp.host", "127.0.0.1");
      properties.put(
          "meridian.notifications.smtp.port", Integer.toString(options.ports().port(Part.MAIL)));
      properties.put("meridian.notifications.smtp.start-tls", "DISABLED");
    }
    return properties;
  }

  @Override
  public boolean isReady(ProcessHandle process) {
    return Health.isReady(options.ports().managementPort(part));
  }

  @Override
  public void stop(ProcessHandle process) {
    Processes.terminate(process, caches.stopSecondsMax());
  }
}
