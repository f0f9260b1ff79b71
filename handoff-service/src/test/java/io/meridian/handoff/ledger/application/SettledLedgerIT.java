package io.meridian.handoff.ledger.application;

import static io.meridian.handoff.ledger.application.LedgerDatabase.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.EscalationState;
import io.meridian.events.GapCause;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.ledger.domain.Gap;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How far back a change of a ledger looks: to the last boundary that is settled, and no further.
 */
@QuarkusTest
@TestProfile(QuietProfile.class)
@WithTestResource(MeridianServers.class)
class SettledLedgerIT {
  @Inject Transactions transactions;
  @Inject Ledger ledger;
  @Inject EscalationFollower follower;
  @Inject MovableClock clock;
  @Inject Pool pool;
  private final UUID id = UUID.randomUUID();
  private final EscalationState opened = Stage.opened(id, "ESC-1", Stage.at("08:00"));
  private LedgerDatabase database;

  @BeforeEach
  void emea_has_it_since_the_morning() {
    database = new LedgerDatabase(pool);
    database.clear();
    database.calendar();
    database.roster(Stage.shifts());
    settle("07:00");
    clock.set(Stage.at("08:00"));
    write(unit -> follower.follow(unit, List.of(opened)));
  }

  @AfterEach
  void real_time_again() {
    clock.run();
  }

  @Test
  void what_ended_before_the_last_settled_boundary_is_not_looked_at_again() {
    settle("15:00");
    pass("15:30", "amer-0", "AMER");
    settle("23:00");
    pass("23:10", "apac-0", "APAC");
    assertThat(gaps()).extracting(Gap::start).containsExactly(on("15:00"), on("23:00"));

    // nobody but this test writes such a thing: it shows what a change looks at
    database.sql("update gap set cause = 'OFF_ROSTER' where lower(during) = $1", at(on("15:00")));
    pass("23:20", "apac-0", "APAC");
    assertThat(causes()).containsExactly(GapCause.OFF_ROSTER, GapCause.UNACCEPTED_HANDOFF);

    database.sql("delete from ledger_settled");
    pass("23:30", "apac-0", "APAC");
    assertThat(causes())
        .as("without a settled boundary everything is looked at, and put right")
        .containsExactly(GapCause.UNACCEPTED_HANDOFF, GapCause.UNACCEPTED_HANDOFF);
  }

  @Test
  void a_boundary_that_is_not_settled_yet_is_looked_at_however_long_ago_it_was() {
    clock.set(on("14:50"));
    write(unit -> ledger.transfer(unit, List.of(transfer(on("16:00"), "amer-0", "AMER"))));
    clock.set(on("18:00")); // nobody has settled 15:00
    write(unit -> follower.follow(unit, List.of(Stage.closed(opened, on("17:00")))));
    assertThat(gaps())
        .extracting(Gap::start, Gap::end)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(on("15:00"), on("16:00")));
    settle("15:00");
    assertThat(gaps()).hasSize(1);
  }

  private void settle(String boundary) {
    Instant at = on(boundary);
    clock.set(at);
    write(
        unit ->
            ledger
                .settle(unit, at, Roster.of(Stage.shifts()), Set.of(), Optional.empty())
                .replaceWithVoid());
  }

  /** Somebody takes it at that time. */
  private void pass(String time, String tam, String region) {
    clock.set(on(time));
    write(unit -> ledger.transfer(unit, List.of(transfer(on(time), tam, region))));
  }

  private Transfer transfer(Instant at, String tam, String region) {
    return new Transfer(id, tam, region, at, AccountabilityBasis.HANDOFF, UUID.randomUUID(), null);
  }

  private List<Gap> gaps() {
    return database.gaps().getOrDefault(id.toString(), List.of());
  }

  private List<GapCause> causes() {
    return gaps().stream().map(gap -> gap.reason().cause()).toList();
  }

  private static Instant on(String time) {
    return Stage.at(time);
  }

  private void write(Function<UnitOfWork, Uni<Void>> work) {
    transactions.write(work).await().atMost(Duration.ofSeconds(60));
  }
}
