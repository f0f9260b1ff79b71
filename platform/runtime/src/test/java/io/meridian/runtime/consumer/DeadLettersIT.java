package io.meridian.runtime.consumer;

import static io.meridian.runtime.Samples.customer;
import static io.meridian.testkit.Patience.await;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import io.meridian.events.CustomerEvent;
import io.meridian.runtime.Log;
import io.meridian.runtime.Stand;
import io.meridian.runtime.consumer.DeadLetters.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLettersIT extends Stand {
  private final String name = "letters-" + id;
  private final CustomerLog log = new CustomerLog(name);
  private final Instant now = Instant.parse("2026-03-08T07:00:00Z");
  private final DeadLetters letters =
      new DeadLetters(
          List.of(log),
          new ConsumerBroker("test-service", "a", replica.broker),
          new DeadLetterStore(
              replica.transactions, replica.outbox, Clock.fixed(now, java.time.ZoneOffset.UTC)),
          replica.codec);

  @BeforeEach
  void relay() {
    replica.relaying();
  }

  @Test
  void poison_that_became_edible_is_applied_once_however_often_it_is_replayed() throws Exception {
    DeadLetter letter = poisoned();
    assertThat(letter.reason()).contains("division by zero");
    assertThat(letter.replayedAt()).isNull();

    assertThatThrownBy(() -> replay(letter.position()))
        .isInstanceOf(DeadLetters.StillRefused.class)
        .hasMessageContaining("division by zero")
        .message()
        .as("what is told names no class")
        .doesNotContain("Exception", "io.vertx");
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
    assertThat(replica.heard)
        .as("the audit log has one entry, and none for a refusal or a repeat")
        .containsExactly("dead-letter " + name + "/" + letter.position() + " replayed");
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
        envelope(requireNonNull(letter.eventId()), requireNonNull(letter.type())));
    await().atMost(LONG).untilAsserted(() -> assertThat(effects()).isEqualTo(2));

    assertThat(replay(letter.position())).contains(Outcome.DUPLICATE);
    assertThat(effects()).isEqualTo(2);
  }

  @Test
  void what_cannot_be_read_is_still_refused_and_nothing_is_at_other_positions() {
    String type = "io.meridian.customer.vanished.v9";
    Log.send(servers, TOPIC, id.toString(), "{}", envelope(UUID.randomUUID(), type));
    new Consuming(replica).with(log, "a");
    DeadLetter letter = awaited();

    assertThat(letter.type()).isEqualTo(type);
    assertThatThrownBy(() -> replay(letter.position()))
        .isInstanceOf(DeadLetters.StillRefused.class)
        .hasMessage("unknown type " + type);
    assertThat(replay(letter.position() + 1)).isEmpty();
    assertThat(list(letter.position() + 1)).isEmpty();
  }

  @Test
  void what_cannot_be_read_is_a_dead_letter_with_its_reason() {
    String good = replica.codec.encode(customer(id, 1));
    send("{\"nope\"", "io.meridian.customer.updated.v1");
    send("{}", "io.meridian.customer.updated.v1");
    send(good, "io.meridian.customer.vanished.v9");
    Log.send(servers, TOPIC, id.toString(), good, Map.of());
    send(replica.codec.encode(customer(id, 1)), "io.meridian.customer.updated.v1");
    new Consuming(replica).with(log, "a");

    await().atMost(LONG).untilAsserted(() -> assertThat(deadLetters()).hasSize(4));
    assertThat(deadLetters())
        .extracting(letter -> Log.headers(letter).get("dead-letter-reason"))
        .satisfiesExactly(
            reason -> assertThat(reason).contains("malformed body"),
            reason -> assertThat(reason).contains("customer"),
            reason -> assertThat(reason).contains("unknown type io.meridian.customer.vanished.v9"),
            reason -> assertThat(reason).contains("no header ce_id"));
    assertThat(seen(name, id)).containsExactly(1L);
  }

  @Test
  void what_is_not_wanted_is_passed_over_unread_and_unclaimed() {
    log.wants = Set.of(CustomerEvent.Updated.class);
    UUID unwanted = UuidCreator.getTimeOrderedEpoch();
    Log.send(
        servers,
        TOPIC,
        id.toString(),
        "{\"nope\"",
        envelope(unwanted, "io.meridian.customer.created.v1"));
    send("{}", "io.meridian.customer.vanished.v9");
    send(replica.codec.encode(customer(id, 1)), "io.meridian.customer.updated.v1");
    new Consuming(replica).with(log, "a");

    await().atMost(LONG).untilAsserted(() -> assertThat(seen(name, id)).containsExactly(1L));
    await().atMost(LONG).untilAsserted(() -> assertThat(deadLetters()).hasSize(1));
    assertThat(Log.headers(deadLetters().getFirst()).get("dead-letter-reason"))
        .as("a type of a later version may be one that should be wanted")
        .contains("unknown type");
    assertThat(servers.number("select count(*) from inbox where event_id = '" + unwanted + "'"))
        .isZero();
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
    return seen(name, id).size();
  }

  private List<ConsumerRecord<String, String>> deadLetters() {
    return messages("test-service." + name + ".dead-letters");
  }
}
