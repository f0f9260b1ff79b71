package io.meridian.local.cli;

import io.meridian.local.client.Api;
import io.meridian.local.stack.DataFolder;
import io.meridian.local.stack.Part;
import io.meridian.local.stack.PortPlan;
import io.meridian.testkit.postgres.PostgresSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Secrets that were planted in a running stack, looked for wherever they need not be. */
final class Canaries {
  private final Path data;
  private final PortPlan ports;
  private final Map<String, String> secrets = new TreeMap<>();
  private final TreeSet<String> found = new TreeSet<>();
  private int looked;

  Canaries(Path data, PortPlan ports) throws IOException {
    this.data = data;
    this.ports = ports;
    try (Stream<Path> files = Files.list(data)) {
      for (Path file : files.filter(Canaries::holdsASecret).toList()) {
        plant(file.getFileName().toString(), secret(Files.readString(file).strip()));
      }
    }
  }

  private static boolean holdsASecret(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".password")
        || name.endsWith(".key") && !name.contains("public")
        || name.endsWith("private.pem");
  }

  /** Of a PEM file its second line, since what repeats it may break lines elsewhere. */
  private static String secret(String content) {
    return content.startsWith("-----") ? content.lines().toList().get(2) : content;
  }

  /** Something that nobody else may see, and what it is. */
  Canaries plant(String what, String secret) {
    if (secret.length() < 8) {
      throw new IllegalArgumentException(what + " is too short to be told from other text");
    }
    secrets.put(what, secret);
    return this;
  }

  /** What was planted, by what it is. */
  Map<String, String> planted() {
    return secrets;
  }

  /** Looks at tables, topics, logs and figures. */
  void everywhere() throws Exception {
    tables();
    topics();
    logs();
    figures();
  }

  /** Where any of them was seen: {@code sealing.key in table escalation.integration}. */
  TreeSet<String> found() {
    return found;
  }

  /** In how many texts they were looked for: rows, messages, files, scrapes, answers. */
  int looked() {
    return looked;
  }

  private void look(String where, String text) {
    looked++;
    secrets.forEach(
        (what, secret) -> {
          if (text.contains(secret) || text.contains(hex(secret))) {
            found.add(what + " in " + where);
          }
        });
  }

  /** As the database writes bytes. */
  private static String hex(String secret) {
    return HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
  }

  private void tables() throws IOException, SQLException {
    String password = new DataFolder(data).databasePassword();
    for (Part service : Part.SERVICES) {
      String database = service.shortName();
      String url = "jdbc:postgresql://127.0.0.1:" + ports.port(Part.POSTGRES) + "/" + database;
      try (Connection owner = DriverManager.getConnection(url, PostgresSettings.USER, password);
          Statement sql = owner.createStatement()) {
        for (String table :
            column(sql, "select tablename from pg_tables where schemaname = 'public'")) {
          for (String row : column(sql, "select t::text from public.\"" + table + "\" t")) {
            look("table " + database + "." + table, row);
          }
        }
      }
    }
  }

  private static List<String> column(Statement sql, String query) throws SQLException {
    List<String> all = new ArrayList<>();
    try (ResultSet rows = sql.executeQuery(query)) {
      while (rows.next()) {
        all.add(rows.getString(1));
      }
    }
    return all;
  }

  private void topics() throws IOException {
    Map<String, Object> settings = new DataFolder(data).brokerClient(ports);
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      List<TopicPartition> partitions =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(this::message);
      }
    }
  }

  private void message(ConsumerRecord<byte[], byte[]> message) {
    look("topic " + message.topic(), text(message.key()) + text(message.value()));
    message.headers().forEach(header -> look("topic " + message.topic(), text(header.value())));
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }

  private void logs() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("log"))) {
      for (Path file : files.toList()) {
        look("log " + file.getFileName(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
  }

  private void figures() throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (Part service : Part.SERVICES) {
        URI metrics =
            URI.create("http://127.0.0.1:" + ports.managementPort(service) + "/q/metrics");
        HttpRequest scrape = HttpRequest.newBuilder(metrics).build();
        look(
            "figures of " + service.label(),
            client.send(scrape, HttpResponse.BodyHandlers.ofString()).body());
      }
    }
  }

  /** Looks at what somebody is answered whom none of them concerns. */
  void answers(String who, Api api, List<String> paths) {
    for (String path : paths) {
      look(path + " to " + who, api.get(path).orRefuse(path).toString());
    }
  }
}
