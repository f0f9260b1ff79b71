package io.meridian.testkit;

import io.meridian.testkit.kafka.BrokerAccess;
import io.meridian.testkit.kafka.BrokerSettings;
import io.meridian.testkit.kafka.KafkaBroker;
import io.meridian.testkit.kafka.TopicList;
import io.meridian.testkit.postgres.EmbeddedPostgres;
import io.meridian.testkit.postgres.PostgresBinaries;
import io.meridian.testkit.postgres.PostgresSettings;
import io.meridian.testkit.tls.TestCertificate;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * As {@link MeridianServers}, servers of its own that are reached over TLS alone, by who trusts
 * their certificate; the broker asks for a password besides. For the service that the argument
 * {@link #SERVICE} names.
 */
public final class TlsServers implements QuarkusTestResourceLifecycleManager {

  /** Argument: the service's name, as its Kafka user is called. */
  public static final String SERVICE = "service";

  private String service = "";
  private @Nullable Path folder;
  private @Nullable EmbeddedPostgres postgres;
  private @Nullable KafkaBroker broker;

  @Override
  public void init(Map<String, String> arguments) {
    service = arguments.getOrDefault(SERVICE, "");
  }

  @Override
  public Map<String, String> start() {
    try {
      Path made = Files.createTempDirectory("meridian-tls-");
      folder = made;
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
      TestCertificate certificate = TestCertificate.make(made, "servers");
      EmbeddedPostgres database = database(made, certificate);
      postgres = database;
      BrokerAccess access =
          new BrokerAccess(Map.of(BrokerAccess.ADMIN, "admins", service, "services"), certificate);
      KafkaBroker secured =
          KafkaBroker.start(
              new BrokerSettings(
                  made.resolve("kafka"), FreePorts.next(), FreePorts.next(), access));
      broker = secured;
      Map<String, Object> admin = new HashMap<>(access.client(BrokerAccess.ADMIN));
      admin.put("bootstrap.servers", secured.settings().bootstrapServers());
      TopicList.ofTheHouse().createAt(admin);
      Map<String, String> settings = TestServers.settings(database, secured);
      access.client(service).forEach((name, value) -> settings.put("kafka." + name, value));
      settings.putAll(trusting(certificate, settings));
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As docs/security.md says under Settings. */
  private static Map<String, String> trusting(
      TestCertificate certificate, Map<String, String> settings) {
    String pem = certificate.certificate().toString();
    String reactive = "quarkus.datasource.reactive.";
    return Map.of(
        "quarkus.datasource.jdbc.url",
        settings.get("quarkus.datasource.jdbc.url") + "?sslmode=verify-full&sslrootcert=" + pem,
        reactive + "postgresql.ssl-mode",
        "verify-full",
        reactive + "hostname-verification-algorithm",
        "HTTPS",
        reactive + "trust-certificate-pem",
        "true",
        reactive + "trust-certificate-pem.certs",
        pem);
  }

  /** A cluster must be there before its folder can hold the key, which its user must own. */
  private static EmbeddedPostgres database(Path folder, TestCertificate certificate)
      throws IOException {
    Map<String, String> quick = Map.of("fsync", "off", "full_page_writes", "off");
    PostgresSettings plain = TestServers.database(folder, quick);
    EmbeddedPostgres.start(PostgresBinaries.shared(), plain).stop();
    Files.copy(certificate.certificate(), plain.data().resolve("server.crt"));
    Path key = Files.copy(certificate.key(), plain.data().resolve("server.key"));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Map<String, String> secured = new HashMap<>(quick);
    secured.put("ssl", "on");
    return EmbeddedPostgres.start(PostgresBinaries.shared(), TestServers.database(folder, secured));
  }

  @Override
  public void stop() {
    if (postgres != null && broker != null && folder != null) {
      TestServers.stop(postgres, broker, folder);
    }
  }
}
