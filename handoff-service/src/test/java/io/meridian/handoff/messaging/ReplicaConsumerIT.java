package io.meridian.handoff.messaging;

import static io.meridian.handoff.ledger.application.Stage.at;
import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.AccountabilityEvent;
import io.meridian.events.EscalationEvent;
import io.meridian.events.EscalationState;
import io.meridian.events.GapEvent;
import io.meridian.events.GapState;
import io.meridian.handoff.ledger.application.LedgerDatabase;
import io.meridian.handoff.ledger.application.QuietProfile;
import io.meridian.handoff.ledger.application.Stage;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.PublishedEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the log to the ledger and back to the log. */
@QuarkusTest
@TestProfile(QuietProfile.class)
@WithTestResource(MeridianServers.class)
class ReplicaConsumerIT {

  @Inject MovableClock clock;
  @Inject Pool pool;

  private final UUID id = UUID.randomUUID();
  private final EscalationState open = Stage.opened(id, "ESC-7", at("10:00"));
  private LedgerDatabase database;
  private PublishedEvents log;

  @BeforeEach
  void a_day_with_three_regions() {
    database = new LedgerDatabase(pool);
    database.clear();
    database.calendar();
    database.roster(Stage.shifts());
    clock.set(at("10:00"));
    log = PublishedEvents.fromNow();
  }

  @AfterEach
  void real_time_again() {
    clock.run();
    log.close();
  }

  @Test
  void an_opening_makes_somebody_accountable_as_of_the_instant_it_opened() {
    log.publish(new EscalationEvent.Opened("zendesk", open));

    var assigned = log.await(AccountabilityEvent.Assigned.class, id.toString()).accountability();
    assertThat(assigned.tam().id()).isEqualTo("emea-0");
    assertThat(assigned.start()).isEqualTo(at("10:00"));
    assertThat(assigned.revision()).isEqualTo(1);
  }

  @Test
  void the_customers_assigned_tam_takes_it() {
    UUID customer = UUID.randomUUID();
    database.roster(
        List.of(Stage.shift("EMEA", 7, 15, "emea-0"), Stage.shift("EMEA", 8, 15, "emea-1")));
    log.publish(Stage.customer(customer, Map.of("EMEA", "emea-1")));
    await()
        .untilAsserted(
            () ->
                assertThat(database.sql("select 1 from customer where id = $1", customer))
                    .hasSize(1));

    log.publish(
        new EscalationEvent.Opened("zendesk", Stage.opened(id, "ESC-8", at("10:00"), customer)));

    assertThat(
            log.await(AccountabilityEvent.Assigned.class, id.toString())
                .accountability()
                .tam()
                .id())
        .isEqualTo("emea-1");
  }

  @Test
  void a_late_opening_makes_up_the_gap_since() {
    clock.set(at("15:10"));

    log.publish(new EscalationEvent.Opened("zendesk", open));

    GapState gap = gap(GapEvent.Opened.class);
    assertThat(gap.start()).isEqualTo(at("15:00"));
    assertThat(gap.fromRegion()).isEqualTo("EMEA");
    assertThat(gap.toRegion()).isEqualTo("AMER");
    assertThat(gap.accountable().id()).isEqualTo("emea-0");
  }

  @Test
  void a_late_closing_voids_the_gap_that_began_after_it() {
    clock.set(at("15:10"));
    log.publish(new EscalationEvent.Opened("zendesk", open));
    gap(GapEvent.Opened.class);

    log.publish(new EscalationEvent.Closed("eva", null, Stage.closed(open, at("14:00"))));

    // Opened, told again with who is asked, voided.
    assertThat(gap(GapEvent.Voided.class).revision()).isEqualTo(3);
    var ended = log.await(AccountabilityEvent.Ended.class, id.toString()).accountability();
    assertThat(ended.end()).isEqualTo(at("14:00"));
    assertThat(database.gaps()).doesNotContainKey(id.toString());
    assertThat(database.loads()).isEmpty();
  }

  @Test
  void the_same_event_again_and_an_older_one_change_nothing() {
    UUID event = UUID.randomUUID();
    EscalationState closed = Stage.closed(open, at("10:00").plusSeconds(60));
    clock.set(at("10:05"));
    log.publish(event, new EscalationEvent.Opened("zendesk", open));
    log.publish(new EscalationEvent.Closed("eva", null, closed));
    log.await(AccountabilityEvent.Ended.class, id.toString());

    log.publish(event, new EscalationEvent.Opened("zendesk", open));
    log.publish(new EscalationEvent.Opened("zendesk", open));
    log.publish(new EscalationEvent.Reopened("eva", null, Stage.reopened(closed, at("10:05"))));

    log.await(AccountabilityEvent.class, 3, e -> e.key().equals(id.toString()));
    assertThat(
            log.of(AccountabilityEvent.class).stream()
                .filter(e -> e.key().equals(id.toString()))
                .map(AccountabilityEvent::sequence))
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void opened_closed_and_reopened_in_one_batch_are_two_spans() {
    clock.set(at("12:00"));
    EscalationState closed = Stage.closed(open, at("11:00"));

    log.publish(new EscalationEvent.Opened("zendesk", open));
    log.publish(new EscalationEvent.Closed("eva", null, closed));
    log.publish(new EscalationEvent.Reopened("eva", null, Stage.reopened(closed, at("12:00"))));

    await()
        .untilAsserted(
            () ->
                assertThat(
                        database.accountability().keySet().stream()
                            .filter(k -> k.startsWith(id + "")))
                    .hasSize(2));
    assertThat(database.loads()).isEqualTo(Map.of("emea-0", "1/0"));
  }

  @Test
  void nobody_on_duty_leaves_it_to_the_lead_and_opens_a_gap_at_once() {
    database.roster(List.of(Stage.shift("AMER", 15, 23, "amer-0")));

    log.publish(new EscalationEvent.Opened("zendesk", open));

    var assigned = log.await(AccountabilityEvent.Assigned.class, id.toString()).accountability();
    assertThat(assigned.tam().id()).isEqualTo("amer-lead");
    assertThat(gap(GapEvent.Opened.class).start()).isEqualTo(at("10:00"));
  }

  private GapState gap(Class<? extends GapEvent> fact) {
    return log
        .await(fact, 1, e -> e.gaps().stream().anyMatch(g -> g.escalationId().equals(id)))
        .stream()
        .flatMap(e -> e.gaps().stream())
        .filter(g -> g.escalationId().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
