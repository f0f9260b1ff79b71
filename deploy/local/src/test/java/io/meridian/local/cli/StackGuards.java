package io.meridian.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meridian.local.stack.Part;
import io.meridian.local.stack.PortPlan;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a running stack keeps from those whom it does not concern. */
record StackGuards(Path data, PortPlan ports) {

  void folderIsForItsOwnerOnly() throws IOException {
    assertThat(permissions(data)).isEqualTo("rwx------");
    try (Stream<Path> files = Files.walk(data.resolve("kafka"))) {
      assertThat(files).isNotEmpty().allMatch(file -> permissions(file).endsWith("------"));
    }
    String uid =
        owner(Long.parseLong(Files.readString(data.resolve("run/postgres.pid")).split("\\s+")[0]));
    assertThat(uid).as("the database's user").isNotEqualTo("0");
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      return "gone: ------"; // a file of the broker that it has just replaced
    }
  }

  private static String owner(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
        .filter(line -> line.startsWith("Uid:"))
        .map(line -> line.split("\\s+")[1])
        .findFirst()
        .orElseThrow();
  }

  void databaseGivesAServiceItsRowsAndNoTables() throws Exception {
    try (Connection connection = connect("handoff");
        Statement sql = connection.createStatement()) {
      assertThat(one(sql, "select count(*) from pg_tables where tableowner = user")).isEqualTo("0");
      assertThat(
              one(
                  sql,
                  "select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls"
                      + " from pg_roles where rolname = user"))
          .isEqualTo("f");
      assertThat(one(sql, "show statement_timeout")).isEqualTo("1min");
      assertThat(one(sql, "show idle_in_transaction_session_timeout")).isEqualTo("30s");
      assertThatThrownBy(() -> sql.execute("delete from evidence_seal"))
          .hasMessageContaining("permission denied");
    }
  }

  void databaseOfAnotherServiceIsClosed() {
    assertThatThrownBy(() -> connect("escalation")).hasMessageContaining("permission denied");
  }

  private Connection connect(String database) throws IOException, SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + ports.port(Part.POSTGRES) + "/" + database,
        "handoff_service",
        Files.readString(data.resolve("postgres.handoff-service.password")));
  }

  private static String one(Statement sql, String query) throws SQLException {
    try (ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  void brokerTakesNothingFromAStranger() {
    var text = new StringSerializer();
    Map<String, Object> stranger =
        Map.of("bootstrap.servers", "127.0.0.1:" + ports.port(Part.KAFKA), "max.block.ms", 3_000);
    try (var producer = new KafkaProducer<>(stranger, text, text)) {
      assertThatThrownBy(() -> producer.send(new ProducerRecord<>("meridian.customers", "")).get())
          .hasMessageContaining("meridian.customers");
    }
  }

  void healthAndFiguresAreToldInsideOnly() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    for (Part service : Part.SERVICES) {
      String inside = "http://127.0.0.1:" + ports.managementPort(service);
      String outside =
          "http://127.0.0.1:" + ports.port(Part.DOOR) + "/services/" + service.shortName();
      for (String path : List.of("/q/health", "/q/metrics")) {
        assertThat(status(client, inside + path)).isEqualTo(200);
        assertThat(status(client, outside + path)).isEqualTo(404);
      }
      assertThat(status(client, outside + "/q/openapi")).isEqualTo(401);
      assertThat(status(client, outside + "/q/swagger-ui/")).isEqualTo(200);
    }
  }

  private static int status(HttpClient client, String address) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
