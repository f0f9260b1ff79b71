package io.meridian.runtime.consumer;

import static io.meridian.runtime.Samples.customer;
import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meridian.runtime.Log;
import io.meridian.runtime.Servers;
import io.meridian.runtime.consumer.DeadLetters.Outcome;
import io.meridian.runtime.outbox.Replica;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeadLettersIT {
  private static final Duration LONG = Duration.ofSeconds(40);
  private static Servers servers;

  private final UUID id = UUID.randomUUID();
  private final String name = "letters-" + id;
  private final CustomerLog log = new CustomerLog(name);
  private final Replica replica = new Replica(servers).relaying();
  private final Instant now = Instant.parse("2026-03-08T07:00:00Z");
  private final DeadLetters letters =
      new DeadLetters(
          List.of(log),
          new ConsumerBroker("test-service", "a", replica.broker),
          new DeadLetterStore(replica.transactions, Clock.fixed(now, java.time.ZoneOffset.UTC)),
          replica.codec);

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

  @Test
  void poison_that_became_edible_is_applied_once_however_often_it_is_replayed() throws Exception {
    DeadLetter letter = poisoned();
    assertThat(letter.reason()).contains("division by zero");
    assertThat(letter.replayedAt()).isNull();

    assertThatThrownBy(() -> replay(letter.position()))
        .isInstanceOf(DeadLetters.StillRefused.class)
        .hasMessageContaining("division by zero");
    assertThat(effects()).as("a refused replay leaves nothing behind").isEqualTo(1);
    assertThat(list(0)).isEqualTo(List.of(letter));

    log.mended = true;
    assertThat(replay(letter.position())).contains(Outcome.APPLIED);
    assertThat(effects()).isEqualTo(2);
    assertThat(replay(letter.position())).contains(Outcome.DUPLICATE);
    servers.sql("delete from inbox where consumer = '" + name + "'");
    assertThat(replay(letter.position()))
        .as("the inbox forgets after a week, a replay is remembered")
        .contains(Outcome.DUPLICATE);
    assertThat(effects()).isEqualTo(2);
    assertThat(list(0)).containsExactly(letter.replayed(now));
  }

  @Test
  void many_replays_at_once_have_one_effect() {
    DeadLetter letter = poisoned();
    log.mended = true;

    List<Optional<Outcome>> outcomes =
        Stream.generate(() -> letters.replay(name, letter.position()).subscribeAsCompletionStage())
            .limit(8)
            .toList()
            .stream()
            .map(one -> one.join())
            .toList();

    assertThat(outcomes).containsOnlyOnce(Optional.of(Outcome.APPLIED));
    assertThat(effects()).isEqualTo(2);
  }

  @Test
  void what_was_delivered_again_and_applied_meanwhile_is_a_duplicate() {
    DeadLetter letter = poisoned();
    log.mended = true;
    Log.send(
        servers,
        letter.topic(),
        letter.key(),
        letter.body(),
        Map.of(
            "ce_id", String.valueOf(letter.eventId()),
            "ce_type", String.valueOf(letter.type()),
            "ce_time", "2026-03-07T12:00:00Z"));
    await().atMost(LONG).untilAsserted(() -> assertThat(effects()).isEqualTo(2));

    assertThat(replay(letter.position())).contains(Outcome.DUPLICATE);
    assertThat(effects()).isEqualTo(2);
  }

  @Test
  void what_cannot_be_read_is_still_refused_and_nothing_is_at_other_positions() {
    String type = "io.meridian.customer.vanished.v9";
    Log.send(servers, "meridian.customers", id.toString(), "{}", envelope(type));
    new Consuming(replica).with(log, "a");
    DeadLetter letter = awaited();

    assertThat(letter.type()).isEqualTo(type);
    assertThatThrownBy(() -> replay(letter.position()))
        .isInstanceOf(DeadLetters.StillRefused.class)
        .hasMessageContaining("unknown type");
    assertThat(replay(letter.position() + 1)).isEmpty();
    assertThat(list(letter.position() + 1)).isEmpty();
  }

  /** One event applied, the next refused. */
  private DeadLetter poisoned() {
    replica.announce(customer(id, 1), customer(id, 2, log.poison));
    new Consuming(replica).with(log, "a");
    DeadLetter letter = awaited();
    await().atMost(LONG).untilAsserted(() -> assertThat(effects()).isEqualTo(1));
    return letter;
  }

  private DeadLetter awaited() {
    return await()
        .atMost(LONG)
        .ignoreExceptions()
        .until(() -> own(), own -> own.size() == 1)
        .getFirst();
  }

  private List<DeadLetter> own() {
    return list(0).stream().filter(letter -> letter.key().equals(id.toString())).toList();
  }

  private List<DeadLetter> list(long position) {
    return letters.list(name, position, 100).await().atMost(LONG);
  }

  private Optional<Outcome> replay(long position) {
    return letters.replay(name, position).await().atMost(LONG);
  }

  private long effects() {
    return servers.number(
        "select count(*) from seen where consumer = '" + name + "' and customer = '" + id + "'");
  }

  private static Map<String, String> envelope(String type) {
    return Map.of(
        "ce_id", UUID.randomUUID().toString(), "ce_type", type, "ce_time", "2026-03-07T12:00:00Z");
  }
}
