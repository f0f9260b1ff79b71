package io.meridian.runtime;

import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.runtime.outbox.Replica;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** A test of one replica of a service: its servers, and a customer of its own for each test. */
public abstract class Stand {
  protected static final String TOPIC = "meridian.customers";
  protected static final Duration LONG = Duration.ofSeconds(60);
  protected static Servers servers;

  protected final UUID id = UUID.randomUUID();
  protected final Replica replica = new Replica(servers);

  @BeforeAll
  static void startServers() throws Exception {
    servers = Servers.start();
  }

  @AfterAll
  static void stopServers() throws Exception {
    servers.close();
  }

  @AfterEach
  void stop() throws Exception {
    replica.close();
  }

  /** Announces these revisions of the test's customer, a hundred a transaction. */
  protected final void announce(int from, int to) {
    for (int i = from; i <= to; i += 100) {
      replica.announce(
          IntStream.rangeClosed(i, Math.min(to, i + 99))
              .mapToObj(n -> Samples.customer(id, n))
              .toList());
    }
  }

  /** Waits until the relay has published all that was announced. */
  protected static void awaitEmptyOutbox() {
    await().untilAsserted(() -> assertThat(servers.number("select count(*) from outbox")).isZero());
  }

  /** The messages of the test's customer in a topic. */
  protected final List<ConsumerRecord<String, String>> messages(String topic) {
    return Log.of(servers, topic).stream().filter(m -> m.key().equals(id.toString())).toList();
  }

  /** Another service, or a broken one, sends this about the test's customer. */
  protected final void send(String body, String type) {
    Log.send(servers, TOPIC, id.toString(), body, envelope(UUID.randomUUID(), type));
  }

  /** Headers of a message that another service sends by hand. */
  protected static Map<String, String> envelope(UUID event, String type) {
    return Map.of("ce_id", event.toString(), "ce_type", type, "ce_time", "2026-03-07T12:00:00Z");
  }

  /** The revisions of a customer that a consumer has applied, in the order in which it did. */
  protected static List<Long> seen(String consumer, UUID customer) {
    List<Long> revisions = new ArrayList<>();
    try (var connection = servers.connect();
        var query =
            connection.prepareStatement(
                "select revision from seen where consumer = ? and customer = ? order by at")) {
      query.setString(1, consumer);
      query.setObject(2, customer);
      var rows = query.executeQuery();
      while (rows.next()) {
        revisions.add(rows.getLong(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return revisions;
  }

  /** The numbers from one to another, both included. */
  protected static List<Long> numbers(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }
}
