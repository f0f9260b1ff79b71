package io.meridian.escalation.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.escalation.escalation.domain.Content;
import io.meridian.escalation.escalation.domain.Delivery;
import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.escalation.escalation.domain.Order;
import io.meridian.escalation.escalation.store.EscalationBatches;
import io.meridian.escalation.intake.domain.Arrival;
import io.meridian.escalation.intake.domain.IntakeDecision;
import io.meridian.escalation.intake.domain.IntakeOutcome;
import io.meridian.escalation.intake.domain.TicketReport;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ExternalRef;
import io.meridian.events.Severity;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.Patience;
import io.meridian.testkit.Published;
import io.meridian.testkit.PublishedEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches against a real database: races, repeats, and values that it refuses. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class BatchedIntakeIT {
  @Inject Intake intake;
  @Inject EscalationBatches escalations;
  @Inject Pool pool;

  private final String system = "generic:" + UUID.randomUUID();

  private Arrival message(int ticket, long version, EscalationStatus status, String title) {
    return message("T-" + ticket, version, status, title);
  }

  private Arrival message(String ticket, long version, EscalationStatus status, String title) {
    var ref = new ExternalRef(system, ticket, version, null);
    var delivery = new Delivery(new Order.Counter(version), ticket + "-" + version + title);
    return new TicketReport(
        "desk", ref, delivery, title, title, "", Severity.SEV3, status, null, null, Map.of());
  }

  private static Arrival opening(String title) {
    return new Arrival.Opening(
        "tam-kai", new Content(title, "", Severity.SEV3, null, List.of("a", "b")), null);
  }

  private List<CompletableFuture<IntakeDecision>> takeAtOnce(List<Arrival> arrivals) {
    return arrivals.parallelStream()
        .map(arrival -> intake.take(arrival).subscribeAsCompletionStage())
        .toList();
  }

  private long count(String sql) {
    return pool.query(sql).execute().await().indefinitely().iterator().next().getLong(0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_storm_of_messages_in_any_order_ends_like_the_right_order(long seed) {
    var random = new Random(seed);
    List<Arrival> storm = new ArrayList<>();
    for (int ticket = 0; ticket < 60; ticket++) {
      for (long version = 0; version < 8; version++) {
        var status = EscalationStatus.values()[random.nextInt(4)];
        Arrival message = message(ticket, version, status, "v" + version);
        storm.addAll(Collections.nCopies(1 + random.nextInt(2), message));
      }
    }
    Collections.shuffle(storm, random);

    List<IntakeDecision> answers = takeAtOnce(storm).stream().map(CompletableFuture::join).toList();

    assertThat(answers).filteredOn(a -> a.outcome() == IntakeOutcome.CREATED).hasSize(60);
    List<Escalation> found =
        escalations
            .load(
                IntStream.range(0, 60)
                    .mapToObj(i -> new ExternalRef(system, "T-" + i, null, null))
                    .toList())
            .await()
            .indefinitely();
    assertThat(found).hasSize(60);
    assertThat(found).extracting(e -> e.externalRef().version()).containsOnly(7L);
    assertThat(found).extracting(e -> e.content().title()).containsOnly("v7");
    assertThat(found).allSatisfy(e -> assertThat(e.status()).isEqualTo(e.ticket().status()));
    assertThatEachFactIsToldOnceInOrder(found);
  }

  private void assertThatEachFactIsToldOnceInOrder(List<Escalation> escalations) {
    long facts = escalations.stream().mapToLong(Escalation::revision).sum();
    assertThat(
            count(
                "select count(*) from timeline t join escalation e on e.id = t.escalation_id"
                    + " where e.external_system = '"
                    + system
                    + "'"))
        .isEqualTo(facts);
    Patience.await().until(() -> count("select count(*) from outbox") == 0);
    try (var log = new PublishedEvents()) {
      List<Published> all = log.all();
      for (Escalation escalation : escalations) {
        List<Long> sequences =
            all.stream()
                .filter(one -> one.event().key().equals(escalation.id().toString()))
                .map(one -> one.event().sequence())
                .toList();
        assertThat(sequences)
            .isEqualTo(LongStream.rangeClosed(1, escalation.revision()).boxed().toList());
      }
    }
  }

  @Test
  void a_value_that_the_database_refuses_fails_alone() {
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      arrivals.add(opening(i % 50 == 7 ? "refused \u0000" : "good " + i));
    }

    List<CompletableFuture<IntakeDecision>> answers = takeAtOnce(arrivals);
    answers.forEach(answer -> answer.handle((ok, failure) -> null).join());

    assertThat(answers).filteredOn(CompletableFuture::isCompletedExceptionally).hasSize(4);
    assertThat(answers)
        .filteredOn(answer -> !answer.isCompletedExceptionally())
        .hasSize(196)
        .allMatch(answer -> answer.join().outcome() == IntakeOutcome.CREATED);
  }

  /**
   * A batch holds new tickets, known ones and openings; one ticket's decision throws, or the
   * database calls it by another name than the batch does.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whatever_fails_fails_alone(long seed) {
    var random = new Random(seed);
    for (int ticket = 0; ticket < 20; ticket++) {
      intake.take(message(ticket, 1, EscalationStatus.OPEN, "known")).await().indefinitely();
    }
    intake.take(message("half ?", 1, EscalationStatus.OPEN, "known")).await().indefinitely();
    List<Arrival> innocent = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      innocent.add(
          random.nextInt(3) == 0
              ? opening("o" + i)
              : message(random.nextInt(40), 2 + i, EscalationStatus.ACKNOWLEDGED, "n" + i));
    }
    Arrival throwing = throwing(random);
    List<Arrival> all = new ArrayList<>(innocent);
    all.add(throwing);
    all.add(message("half \ud800", 2, EscalationStatus.OPEN, "misnamed"));
    Collections.shuffle(all, random);

    List<CompletableFuture<IntakeDecision>> answers = takeAtOnce(all);
    answers.forEach(answer -> answer.handle((ok, failure) -> null).join());

    for (int i = 0; i < all.size(); i++) {
      if (innocent.contains(all.get(i))) {
        assertThat(answers.get(i)).as("seed %d, arrival %d", seed, i).isCompleted();
      } else if (all.get(i) == throwing) {
        assertThat(answers.get(i)).as("seed %d, the throwing one", seed).isCompletedExceptionally();
      }
    }
  }

  private Arrival throwing(Random random) {
    var ref = new ExternalRef(system, "thrown", 1L, null);
    var delivery = new Delivery(new Order.Counter(2), "thrown");
    return switch (random.nextInt(4)) {
      case 0 -> new Arrival.Opening("tam-kai", null, null);
      case 1 -> new Arrival.Opening("tam-kai", null, ref);
      case 2 -> poison(ref, null);
      default -> poison(ref, delivery);
    };
  }

  private static TicketReport poison(ExternalRef ref, Delivery delivery) {
    return new TicketReport(
        "desk", ref, delivery, null, null, "", null, null, null, null, Map.of());
  }

  @Test
  void what_was_saved_reads_back_as_it_was_decided() {
    IntakeDecision opened = intake.take(opening("round trip")).await().indefinitely();
    IntakeDecision closed =
        intake.take(message(1, 4, EscalationStatus.CLOSED, "closed")).await().indefinitely();

    List<Escalation> found =
        escalations.load(List.of(closed.after().externalRef())).await().indefinitely();

    assertThat(found).containsExactly(closed.after());
    assertThat(opened.after().content().tags()).containsExactly("a", "b");
    assertThat(
            count(
                "select cardinality(tags) from escalation where id = '"
                    + opened.after().id()
                    + "'"))
        .isEqualTo(2);
  }

  @Test
  void every_number_is_given_once() {
    List<IntakeDecision> answers =
        takeAtOnce(IntStream.range(0, 500).mapToObj(i -> opening("n" + i)).toList()).stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).extracting(a -> a.after().number()).doesNotHaveDuplicates();
    assertThat(answers).extracting(a -> a.after().number()).allMatch(n -> n > 1000);
  }
}
