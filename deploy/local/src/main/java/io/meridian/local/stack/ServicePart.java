package io.meridian.local.stack;

import io.meridian.local.security.LocalTokens;
import io.meridian.local.security.SigningKey;
import io.meridian.testkit.postgres.PostgresSettings;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** One of the four services, from its built jar. */
final class ServicePart implements PartLauncher {

  private static final int HEAP_MEGABYTES = 320;

  private final Part part;
  private final StackOptions options;
  private final House house;
  private final Caches caches;
  private final PostgresSettings database;
  private final SigningKey key;

  ServicePart(
      Part part,
      StackOptions options,
      House house,
      Caches caches,
      PostgresSettings database,
      SigningKey key) {
    this.part = part;
    this.options = options;
    this.house = house;
    this.caches = caches;
    this.database = database;
    this.key = key;
  }

  @Override
  public Part part() {
    return part;
  }

  @Override
  public Process launch() throws IOException {
    JavaCommand java = new JavaCommand(HEAP_MEGABYTES);
    caches.apply(java, part);
    return Processes.start(
        java.properties(properties()).jar(house.serviceJar(part)),
        Map.of(
            "QUARKUS_DATASOURCE_PASSWORD", database.password(),
            "MERIDIAN_INTEGRATIONS_SEALING_KEY", options.data().sealingKey()),
        options.data().freshLog(part));
  }

  private Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    properties.put("quarkus.profile", "local");
    properties.put("quarkus.http.host", "127.0.0.1");
    properties.put("quarkus.http.port", Integer.toString(options.ports().port(part)));
    properties.put("quarkus.datasource.jdbc.url", database.jdbcUrl(part.shortName()));
    properties.put("quarkus.datasource.reactive.url", database.reactiveUrl(part.shortName()));
    properties.put("quarkus.datasource.username", PostgresSettings.USER);
    properties.put("kafka.bootstrap.servers", "127.0.0.1:" + options.ports().port(Part.KAFKA));
    properties.put("mp.jwt.verify.publickey.location", key.publicKey().toUri().toString());
    properties.put("mp.jwt.verify.issuer", LocalTokens.ISSUER);
    if (options.clock() != null) {
      properties.putAll(options.clock().properties());
    }
    properties.putAll(options.settings().getOrDefault(part, Map.of()));
    return properties;
  }

  @Override
  public boolean isReady(ProcessHandle process) {
    return Health.isReady(options.ports().port(part));
  }

  @Override
  public void stop(ProcessHandle process) {
    Processes.terminate(process, caches.stopSecondsMax());
  }
}
