package io.meridian.runtime.outbox;

import static io.meridian.runtime.Samples.customer;
import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.runtime.Log;
import io.meridian.runtime.Stand;
import io.vertx.mutiny.sqlclient.Pool;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class OutboxRelayIT extends Stand {

  @Test
  void events_are_published_in_the_order_written_and_then_deleted() {
    replica.relaying();
    announce(1, 3000);

    awaitEmptyOutbox();
    assertThat(sequences()).containsExactlyElementsOf(numbers(1, 3000));
  }

  @Test
  void a_message_is_a_cloud_event_in_binary_mode() {
    replica.relaying().announce(customer(id, 7));

    await().untilAsserted(() -> assertThat(messages()).hasSize(1));
    ConsumerRecord<String, String> message = messages().getFirst();
    Map<String, String> headers = Log.headers(message);
    assertThat(headers)
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_type", "io.meridian.customer.updated.v1")
        .containsEntry("ce_source", "/test-service")
        .containsEntry("ce_subject", id.toString())
        .containsEntry("ce_time", customer(id, 7).time().toString())
        .containsEntry("ce_sequence", "7")
        .containsEntry("content-type", "application/json")
        .doesNotContainKey("traceparent");
    assertThat(UUID.fromString(headers.get("ce_id")).version()).isEqualTo(7);
    assertThat(replica.codec.decode(headers.get("ce_type"), message.value()))
        .isEqualTo(customer(id, 7));
  }

  @Test
  void nothing_is_published_of_a_transaction_that_fails() {
    replica.relaying();
    var failing =
        replica.transactions.write(
            unit ->
                replica
                    .outbox
                    .append(unit, List.of(customer(id, 1)))
                    .chain(() -> unit.query("select 1/0")));
    assertThat(failing.onFailure().recoverWithNull().await().atMost(Duration.ofSeconds(60)))
        .isNull();

    replica.announce(customer(id, 2));
    await().untilAsserted(() -> assertThat(messages()).isNotEmpty());
    assertThat(sequences()).containsExactly(2L);
  }

  @Test
  void a_crash_between_publishing_and_deleting_publishes_again_under_the_same_ids()
      throws Exception {
    replica.announce(customer(id, 1), customer(id, 2));
    try (Connection blocker = servers.connect();
        Replica crashing = new Replica(servers)) {
      blocker.setAutoCommit(false);
      blocker.createStatement().execute("select * from outbox for update");
      crashing.relaying();
      await().untilAsserted(() -> assertThat(messages()).hasSize(2));
      crashing.workers.stopAll(); // it waits for its deletion, which the lock holds up
      servers.sql(
          "select pg_terminate_backend(pid) from pg_stat_activity where query like 'delete from"
              + " outbox%'");
    }

    replica.relaying();
    awaitEmptyOutbox();
    List<String> ids = messages().stream().map(m -> Log.headers(m).get("ce_id")).toList();
    assertThat(sequences()).containsExactly(1L, 2L, 1L, 2L);
    assertThat(ids.subList(0, 2)).isEqualTo(ids.subList(2, 4));
  }

  @Test
  void a_row_the_broker_refuses_for_ever_is_set_aside_and_the_others_go_on() {
    replica.relaying();
    replica.announce(customer(id, 1), customer(id, 2, "x".repeat(17 << 20)), customer(id, 3));

    await().untilAsserted(() -> assertThat(sequences()).containsExactly(1L, 3L));
    awaitEmptyOutbox();
    assertThat(
            servers.number(
                "select sequence from outbox_refused where reason like '%RecordTooLarge%' and key = '"
                    + id
                    + "'"))
        .isEqualTo(2);
  }

  @Test
  void commits_go_on_while_the_broker_is_away_and_the_backlog_follows_in_order() throws Exception {
    replica.relaying().announce(customer(id, 0));
    await().untilAsserted(() -> assertThat(messages()).hasSize(1));
    servers.stopBroker();
    try {
      for (int i = 1; i < 200; i++) {
        replica.announce(customer(id, i));
      }
      await()
          .untilAsserted(
              () ->
                  assertThat(replica.meters.get("meridian.outbox.backlog").gauge().value())
                      .isEqualTo(199));
      assertThat(replica.meters.get("meridian.outbox.oldest.age").gauge().value()).isPositive();
    } finally {
      servers.startBroker();
    }
    awaitEmptyOutbox();
    assertThat(sequences().stream().distinct().toList()).containsExactlyElementsOf(numbers(0, 199));
  }

  @Test
  void the_relay_goes_on_when_the_database_comes_back() throws Exception {
    replica.relaying().announce(customer(id, 1));
    await().untilAsserted(() -> assertThat(messages()).hasSize(1));
    servers.crashPostgres();
    Thread.sleep(500);
    servers.startPostgres();

    replica.announce(customer(id, 2));
    await().untilAsserted(() -> assertThat(sequences()).containsExactly(1L, 2L));
  }

  @Test
  void a_second_replica_passes_its_nudges_on_and_takes_over() throws Exception {
    replica.relaying().announce(customer(id, 1));
    await().untilAsserted(() -> assertThat(messages()).hasSize(1));
    try (Replica second = new Replica(servers).relaying()) {
      Thread.sleep(700); // it stands by now
      Instant before = Instant.now();
      second.announce(customer(id, 2));
      await()
          .pollInterval(Duration.ofMillis(20))
          .untilAsserted(
              () ->
                  assertThat(replica.meters.get("meridian.outbox.published").counter().count())
                      .isEqualTo(2));
      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofMillis(900));

      replica.workers.stopAll();
      second.announce(customer(id, 3));
      await().untilAsserted(() -> assertThat(sequences()).containsExactly(1L, 2L, 3L));
    }
  }

  @Test
  void what_is_kept_to_recognise_repeats_is_pruned() throws Exception {
    servers.sql(
        "insert into inbox select 'pruned', gen_random_uuid(), now() - interval '8 days' from"
            + " generate_series(1, 12000)");
    servers.sql("insert into inbox select 'kept', gen_random_uuid(), now() - interval '6 days'");
    servers.sql(
        "insert into idempotency select 'a', key, 'x', 'x', 'x', at::timestamptz from (values"
            + " ('pruned', '2026-03-07T06:59:00Z'), ('kept', '2026-03-07T07:01:00Z')) v (key, at)");
    Clock domain = Clock.fixed(Instant.parse("2026-03-08T07:00:00Z"), ZoneOffset.UTC);
    Pool pool = replica.pool;
    new OutboxUpkeep(pool, domain, replica.meters)
        .pruneAll()
        .await()
        .atMost(Duration.ofSeconds(60));

    assertThat(servers.number("select count(*) from inbox where consumer = 'pruned'")).isZero();
    assertThat(servers.number("select count(*) from inbox where consumer = 'kept'")).isOne();
    assertThat(servers.number("select count(*) from idempotency where key = 'pruned'")).isZero();
    assertThat(servers.number("select count(*) from idempotency where key = 'kept'")).isOne();
  }

  private List<ConsumerRecord<String, String>> messages() {
    return messages(TOPIC);
  }

  private List<Long> sequences() {
    return messages().stream().map(m -> Long.valueOf(Log.headers(m).get("ce_sequence"))).toList();
  }
}
