package io.meridian.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.meridian.testkit.Patience;
import io.meridian.testkit.TlsServers;
import io.meridian.testkit.Tokens;
import io.meridian.testkit.tls.TestCertificate;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service with a database and a broker that are reached over TLS alone. */
@QuarkusTest
@WithTestResource(
    value = TlsServers.class,
    initArgs = @ResourceArg(name = TlsServers.SERVICE, value = "customer-service"))
class TlsIT {
  private static final String JDBC = "quarkus.datasource.jdbc.url";
  private static final String ENCRYPTED =
      "select ssl from pg_stat_ssl where pid = pg_backend_pid()";

  @TempDir private static Path folder;

  @Inject Config config;
  @Inject Pool pool;
  @Inject AgroalDataSource migrations;
  @Inject Vertx vertx;

  @Test
  void it_migrates_works_and_publishes() throws Exception {
    given()
        .auth()
        .oauth2(Tokens.manager())
        .contentType("application/json")
        .body("{\"name\":\"Acme\",\"tier\":\"GOLD\",\"homeRegion\":\"EMEA\",\"externalRefs\":[]}")
        .post("/api/v1/customers")
        .then()
        .statusCode(201);

    Patience.await().until(() -> first("select count(*) = 0 from outbox"));
    assertThat(first(ENCRYPTED)).isTrue();
    try (Connection connection = migrations.getConnection();
        ResultSet encrypted = connection.createStatement().executeQuery(ENCRYPTED)) {
      assertThat(encrypted.next() && encrypted.getBoolean(1)).isTrue();
    }
  }

  private boolean first(String query) {
    return pool.query(query).execute().await().indefinitely().iterator().next().getBoolean(0);
  }

  @Test
  void servers_with_a_certificate_that_it_does_not_trust_are_none_of_its() throws Exception {
    String other = TestCertificate.make(folder, "other").certificate().toString();
    String trusted = value("quarkus.datasource.reactive.trust-certificate-pem.certs");
    String url = value(JDBC);
    assertThat(url).contains(trusted);

    assertThatThrownBy(
            () ->
                DriverManager.getConnection(
                    url.replace(trusted, other),
                    value("quarkus.datasource.username"),
                    value("quarkus.datasource.password")))
        .hasCauseInstanceOf(SSLHandshakeException.class);
    assertThatThrownBy(() -> connect(other)).hasMessageContaining("SSL handshake failed");
    connect(trusted).closeAndAwait();
    try (Admin admin = Admin.create(kafka(Map.of("ssl.truststore.location", other)))) {
      assertThatThrownBy(() -> admin.describeCluster().nodes().get())
          .hasCauseInstanceOf(SslAuthenticationException.class);
    }
    try (Admin admin = Admin.create(kafka(Map.of()))) {
      assertThat(admin.describeCluster().nodes().get()).hasSize(1);
    }
  }

  private PgConnection connect(String trusted) {
    PgConnectOptions options =
        PgConnectOptions.fromUri(value("quarkus.datasource.reactive.url"))
            .setUser(value("quarkus.datasource.username"))
            .setPassword(value("quarkus.datasource.password"))
            .setSslMode(SslMode.VERIFY_FULL)
            .setPemTrustOptions(new PemTrustOptions().addCertPath(trusted));
    options.setHostnameVerificationAlgorithm("HTTPS");
    return PgConnection.connectAndAwait(vertx, options);
  }

  private String value(String name) {
    return config.getValue(name, String.class);
  }

  private Map<String, Object> kafka(Map<String, Object> others) {
    String prefix = "kafka.";
    Map<String, Object> client = new HashMap<>();
    StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .filter(name -> name.startsWith(prefix))
        .forEach(name -> client.put(name.substring(prefix.length()), value(name)));
    client.putAll(others);
    return client;
  }
}
