package io.meridian.runtime.consumer;

import static io.meridian.runtime.Samples.customer;
import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import io.meridian.events.CustomerEvent;
import io.meridian.runtime.Log;
import io.meridian.runtime.Stand;
import io.meridian.runtime.outbox.Replica;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EffectOnceIT extends Stand {
  private final String name = "log-" + id;
  private final CustomerLog log = new CustomerLog(name);

  @BeforeEach
  void relay() {
    replica.relaying();
  }

  @Test
  void every_event_is_applied_once_in_the_order_of_its_key() {
    new Consuming(replica).with(log, "a");
    announce(1, 3000);

    await().atMost(LONG).untilAsserted(() -> assertThat(seen()).isEqualTo(numbers(1, 3000)));
    assertThat(count("applied")).isGreaterThanOrEqualTo(3000);
  }

  @Test
  void a_duplicate_changes_nothing_in_the_same_batch_or_later() {
    UUID event = UuidCreator.getTimeOrderedEpoch();
    send(event, customer(id, 1));
    send(event, customer(id, 1));
    new Consuming(replica).with(log, "a");
    await().atMost(LONG).untilAsserted(() -> assertThat(seen()).containsExactly(1L));
    send(event, customer(id, 1));
    send(UuidCreator.getTimeOrderedEpoch(), customer(id, 2));

    await().atMost(LONG).untilAsserted(() -> assertThat(seen()).containsExactly(1L, 2L));
    assertThat(count("duplicates")).isGreaterThanOrEqualTo(2);
  }

  @Test
  void one_poisonous_event_goes_to_the_dead_letters_and_its_neighbours_are_applied() {
    List<CustomerEvent> events = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      events.add(i == 37 ? customer(id, 37, log.poison) : customer(id, i));
    }
    replica.announce(events);
    awaitEmptyOutbox();
    new Consuming(replica).with(log, "a");

    await().atMost(LONG).untilAsserted(() -> assertThat(seen()).hasSize(99).doesNotContain(37L));
    await().atMost(LONG).untilAsserted(() -> assertThat(deadLetters()).hasSize(1));
    ConsumerRecord<String, String> letter = deadLetters().getFirst();
    assertThat(Log.headers(letter))
        .containsEntry("dead-letter-topic", TOPIC)
        .containsEntry("ce_type", "io.meridian.customer.updated.v1")
        .containsEntry("ce_sequence", "37")
        .containsKeys("dead-letter-partition", "dead-letter-offset", "dead-letter-exception")
        .hasEntrySatisfying(
            "dead-letter-reason", why -> assertThat(why).contains("division by zero"));
    assertThat(replica.codec.decode("io.meridian.customer.updated.v1", letter.value()))
        .isEqualTo(events.get(36));
    assertThat(
            servers.number(
                "select count(*) from inbox where event_id = '"
                    + Log.headers(letter).get("ce_id")
                    + "'"))
        .as("a dead letter is not claimed, so that it can be delivered again")
        .isZero();
  }

  @Test
  void an_outage_is_waited_out_and_nothing_becomes_a_dead_letter() {
    log.outages.set(5);
    new Consuming(replica).with(log, "a");
    announce(1, 50);

    await().atMost(LONG).untilAsserted(() -> assertThat(seen()).isEqualTo(numbers(1, 50)));
    assertThat(log.outages).hasValue(0);
    assertThat(deadLetters()).isEmpty();
  }

  @Test
  void crashes_of_database_and_broker_lose_and_double_nothing() throws Exception {
    new Consuming(replica).with(log, "a");
    announce(1, 500);
    servers.crashPostgres();
    Thread.sleep(1_000);
    servers.startPostgres();
    announce(501, 1000);
    servers.stopBroker();
    announce(1001, 1500);
    servers.startBroker();
    announce(1501, 2000);

    await().atMost(LONG).untilAsserted(() -> assertThat(seen()).isEqualTo(numbers(1, 2000)));
    assertThat(deadLetters()).isEmpty();
  }

  @Test
  void replicas_that_come_and_go_apply_everything_once() throws Exception {
    List<UUID> customers = IntStream.range(0, 12).mapToObj(i -> UUID.randomUUID()).toList();
    new Consuming(replica).with(log, "a");
    for (int round = 0; round < 4; round++) {
      try (Replica other = new Replica(servers)) {
        new Consuming(other).with(log, "b");
        for (int i = 1; i <= 50; i++) {
          long revision = round * 50L + i;
          replica.announce(customers.stream().map(c -> customer(c, revision)).toList());
          Thread.sleep(10);
        }
      }
    }

    for (UUID one : customers) {
      await()
          .atMost(LONG)
          .untilAsserted(() -> assertThat(seen(name, one)).isEqualTo(numbers(1, 200)));
    }
  }

  @Test
  void a_zombie_that_acts_on_old_offsets_changes_nothing() {
    ConsumerStore store = new Consuming(replica).store;
    TopicPartition partition = new TopicPartition(TOPIC, 0);
    Map<TopicPartition, Long> start = store.offsets(name, Map.of(partition, 5L));
    assertThat(start).containsExactly(Map.entry(partition, 5L));
    store.apply(name, log, start, List.of(delivery(5, 1), delivery(6, 2)), "unused");

    assertThatThrownBy(
            () ->
                store.apply(
                    name,
                    log,
                    start,
                    List.of(delivery(5, 1), delivery(6, 2), delivery(7, 3)),
                    "unused"))
        .isInstanceOf(ConsumerStore.Deposed.class);
    assertThat(seen()).containsExactly(1L, 2L);
    assertThat(store.offsets(name, Map.of(partition, 0L))).containsEntry(partition, 7L);
  }

  @Test
  void progress_follows_the_clock_when_there_is_nothing_to_do() {
    Instant before = Instant.now();
    Consuming consuming = new Consuming(replica).with(log, "a");

    assertThat(consuming.progress.completeUpTo(name)).isEqualTo(Instant.EPOCH);
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(consuming.progress.completeUpTo(name))
                    .isAfter(before)
                    .isBeforeOrEqualTo(Instant.now()));
  }

  @Test
  void progress_is_that_of_the_slowest_replica() throws Exception {
    CustomerLog slow = new CustomerLog(name);
    try (Replica other = new Replica(servers)) {
      Consuming first = new Consuming(replica).with(log, "a");
      Consuming second = new Consuming(other).with(slow, "b");
      Instant joined = Instant.now();
      await().atMost(LONG).until(() -> second.progress.completeUpTo(name).isAfter(joined));
      await().atMost(LONG).until(() -> first.progress.completeUpTo(name).isAfter(joined));

      slow.outages.set(Integer.MAX_VALUE);
      Instant announced = Instant.now();
      replica.announce(
          IntStream.range(0, 60).mapToObj(i -> customer(UUID.randomUUID(), 1)).toList());
      await().atMost(LONG).until(() -> slow.outages.get() < Integer.MAX_VALUE);
      await()
          .during(Duration.ofSeconds(3))
          .atMost(LONG)
          .until(() -> !first.progress.completeUpTo(name).isAfter(announced));

      slow.outages.set(0);
      await().atMost(LONG).until(() -> first.progress.completeUpTo(name).isAfter(announced));
    }
  }

  private Delivery delivery(long offset, long revision) {
    CustomerEvent event = customer(id, revision);
    byte[] body = replica.codec.encode(event).getBytes(StandardCharsets.UTF_8);
    var message = new ConsumerRecord<>(TOPIC, 0, offset, new byte[0], body);
    return new Delivery(
        message, new Received(UuidCreator.getTimeOrderedEpoch(), event, event.time()), null);
  }

  private void send(UUID event, CustomerEvent customer) {
    String body = replica.codec.encode(customer);
    Log.send(servers, TOPIC, customer.key(), body, envelope(event, customer.type()));
  }

  private List<ConsumerRecord<String, String>> deadLetters() {
    return messages("test-service." + name + ".dead-letters");
  }

  private double count(String meter) {
    return replica.meters.get("meridian.consumer." + meter).tag("consumer", name).counter().count();
  }

  private List<Long> seen() {
    return seen(name, id);
  }
}
