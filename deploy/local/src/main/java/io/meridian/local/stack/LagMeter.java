package io.meridian.local.stack;

import io.meridian.testkit.postgres.PostgresSettings;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.VoidDeserializer;

/** Measures each service's lag from its own tables and the broker's end offsets. */
final class LagMeter {

  private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

  private final DataFolder data;
  private final PortPlan ports;

  LagMeter(DataFolder data, PortPlan ports) {
    this.data = data;
    this.ports = ports;
  }

  /** The lag of every service that can be asked; empty when the broker does not answer. */
  Map<Part, Lag> measure() {
    Map<Part, Lag> lags = new EnumMap<>(Part.class);
    try (var broker =
        new KafkaConsumer<>(client(), new VoidDeserializer(), new VoidDeserializer())) {
      for (Part service : Part.SERVICES) {
        add(service, broker, lags);
      }
    } catch (KafkaException | IOException e) {
      return lags;
    }
    return lags;
  }

  private Map<String, Object> client() throws IOException {
    Map<String, Object> client = data.brokerClient(ports);
    client.put("default.api.timeout.ms", (int) ANSWER_MAX.toMillis());
    return client;
  }

  /** A service that never ran has no tables yet: its lag is unknown. */
  private void add(Part service, KafkaConsumer<?, ?> broker, Map<Part, Lag> lags) {
    try {
      lags.put(service, lag(service, broker));
    } catch (SQLException | IOException e) {
      lags.remove(service);
    }
  }

  private Lag lag(Part service, KafkaConsumer<?, ?> broker) throws SQLException, IOException {
    String url =
        "jdbc:postgresql://127.0.0.1:%d/%s?connectTimeout=2"
            .formatted(ports.port(Part.POSTGRES), service.shortName());
    try (Connection connection =
            DriverManager.getConnection(url, PostgresSettings.USER, data.databasePassword());
        Statement statement = connection.createStatement()) {
      return new Lag(unpublished(statement), unconsumed(statement, broker));
    }
  }

  private static long unpublished(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("select count(*) from outbox")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Each consumer of the service counts: two that have to apply the same event are two behind. */
  private static long unconsumed(Statement statement, KafkaConsumer<?, ?> broker)
      throws SQLException {
    Map<TopicPartition, Long> applied = new HashMap<>();
    Map<TopicPartition, Integer> consumers = new HashMap<>();
    try (ResultSet row =
        statement.executeQuery("select topic, partition, next_offset from consumer_offset")) {
      while (row.next()) {
        TopicPartition partition = new TopicPartition(row.getString(1), row.getInt(2));
        applied.merge(partition, row.getLong(3), Long::sum);
        consumers.merge(partition, 1, Integer::sum);
      }
    }
    Map<TopicPartition, Long> ends = broker.endOffsets(applied.keySet());
    return applied.entrySet().stream()
        .mapToLong(
            entry ->
                ends.getOrDefault(entry.getKey(), 0L) * consumers.getOrDefault(entry.getKey(), 1)
                    - entry.getValue())
        .sum();
  }
}
