package io.meridian.escalation.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.escalation.customer.domain.TermsByCustomer;
import io.meridian.escalation.escalation.domain.Content;
import io.meridian.escalation.escalation.domain.Delivery;
import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.escalation.escalation.domain.Order;
import io.meridian.escalation.escalation.domain.TicketSnapshot;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ExternalRef;
import io.meridian.events.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages about one ticket in any order, each any number of times. */
class TicketRulePropertyTest {

  private static final Instant T0 = Instant.parse("2026-03-08T07:00:00Z");
  private static final String BY = "helpdesk";
  private static final TermsByCustomer TERMS = TermsByCustomer.none(Duration.ofDays(7));

  /** What the ticket decides of an escalation; when and by which way it got there is not part. */
  private record Shape(
      Content content, EscalationStatus status, ExternalRef ref, TicketSnapshot ticket) {
    static Shape of(Escalation e) {
      return new Shape(e.content(), e.status(), e.externalRef(), e.ticket());
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void any_order_with_any_repeats_ends_like_the_right_order(long seed) {
    var random = new Random(seed);
    List<TicketReport> history = history(random);
    List<TicketReport> arrived = new ArrayList<>(history);
    Stream.generate(() -> history.get(random.nextInt(history.size())))
        .limit(random.nextInt(10))
        .forEach(arrived::add);
    Collections.shuffle(arrived, random);

    assertThat(Shape.of(after(arrived))).as("seed %d", seed).isEqualTo(Shape.of(after(history)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void revisions_count_the_facts_and_each_fact_carries_the_state_after_it(long seed) {
    var random = new Random(seed);
    long revision = 0;
    Escalation known = null;
    for (TicketReport ticket : history(random)) {
      IntakeDecision decision = decide(known, ticket);
      for (var event : decision.events()) {
        revision++;
        assertThat(event.sequence()).isEqualTo(revision);
      }
      if (!decision.events().isEmpty()) {
        assertThat(decision.events().getLast().escalation()).isEqualTo(decision.after().state());
      }
      known = decision.after();
      assertThat(known.revision()).isEqualTo(revision);
    }
  }

  private static Escalation after(List<TicketReport> messages) {
    Escalation known = null;
    for (TicketReport message : messages) {
      known = decide(known, message).after();
    }
    return known;
  }

  private static IntakeDecision decide(Escalation known, TicketReport ticket) {
    Instant now = T0;
    return known == null
        ? TicketRule.first(ticket, new UUID(0, 1), 1001, TERMS, now)
        : TicketRule.next(known, ticket, TERMS, now);
  }

  /**
   * Orders of one scale, each later than the one before, by as little as one nanosecond; neighbours
   * often alike, statuses jump freely.
   */
  private static List<TicketReport> history(Random random) {
    boolean counted = random.nextBoolean();
    List<TicketReport> history = new ArrayList<>();
    for (int count = 0; count <= random.nextInt(1, 8); count++) {
      Order order = counted ? new Order.Counter(count) : new Order.Time(T0.plusNanos(count));
      history.add(
          new TicketReport(
              BY,
              new ExternalRef("servicenow:1", "46a1", counted ? (long) count : null, null),
              new Delivery(order, "msg_" + count),
              "title " + random.nextInt(2),
              "Ticket",
              "",
              Severity.values()[random.nextInt(4)],
              EscalationStatus.values()[random.nextInt(4)],
              null,
              null,
              Map.of("assigned_to", "" + random.nextInt(2))));
    }
    return history;
  }
}
