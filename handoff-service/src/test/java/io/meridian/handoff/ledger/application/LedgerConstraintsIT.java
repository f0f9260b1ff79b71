package io.meridian.handoff.ledger.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meridian.testkit.MeridianServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database itself refuses a ledger that is not whole, whoever writes it. */
@QuarkusTest
@TestProfile(QuietProfile.class)
@WithTestResource(MeridianServers.class)
class LedgerConstraintsIT {
  private static final String OPENED =
      "insert into escalation values ('%s', 'ESC-1', 't', null, 'SEV2', 'OPEN', '{}', '2026-03-07 10:00Z', null, 1, 1)";
  private static final String ACCOUNTABLE =
      "insert into accountability (escalation_id, opened_at, tam, region, during, basis)"
          + " values ('%s', '2026-03-07 10:00Z', 'eva', 'EMEA', '[%s)', 'ASSIGNED')";

  @Inject Pool pool;
  private final UUID id = UUID.randomUUID();

  @BeforeEach
  void one_escalation_has_two_intervals() {
    transaction(
        OPENED.formatted(id),
        ACCOUNTABLE.formatted(id, "2026-03-07 10:00Z, 2026-03-07 15:00Z"),
        ACCOUNTABLE.formatted(id, "2026-03-07 15:00Z,"));
  }

  @Test
  void an_overlap_is_refused() {
    assertThatThrownBy(
            () ->
                transaction(
                    ACCOUNTABLE.formatted(id, "2026-03-07 14:00Z, 2026-03-07 14:00:00.001Z")))
        .hasMessageContaining("accountability_pkey");
  }

  @Test
  void a_hole_of_a_millisecond_is_refused() {
    assertRefused(
        "update accountability set during = '[2026-03-07 10:00Z, 2026-03-07 14:59:59.999Z)'"
            + " where escalation_id = '%s' and not upper_inf(during)");
  }

  @Test
  void a_beginning_after_the_opening_is_refused() {
    assertRefused(
        "update accountability set during = '[2026-03-07 10:01Z, 2026-03-07 15:00Z)'"
            + " where escalation_id = '%s' and not upper_inf(during)");
  }

  @Test
  void an_end_while_the_escalation_is_open_is_refused() {
    assertRefused("delete from accountability where escalation_id = '%s' and upper_inf(during)");
  }

  @Test
  void closing_the_escalation_without_its_ledger_is_refused() {
    assertRefused("update escalation set closed_at = '2026-03-07 18:00Z' where id = '%s'");
  }

  @Test
  void an_opening_without_anybody_accountable_is_refused() {
    assertThatThrownBy(() -> transaction(OPENED.formatted(UUID.randomUUID())))
        .hasMessageContaining("is not covered");
  }

  @Test
  void a_hole_inside_a_transaction_that_fills_it_again_is_fine() {
    transaction(
        "delete from accountability where escalation_id = '%s' and upper_inf(during)".formatted(id),
        ACCOUNTABLE.formatted(id, "2026-03-07 15:00Z,"));

    assertThat(rows("select 1 from accountability where escalation_id = '%s'")).isEqualTo(2);
    assertThat(rows("select 1 from ledger_touched")).isZero();
  }

  @Test
  void an_overlap_of_gaps_is_refused() {
    String gap =
        "insert into gap (id, escalation_id, during, cause, tam, from_region, revision)"
            + " values (gen_random_uuid(), '%s', '[%s)', 'COVERAGE_HOLE', 'eva', 'EMEA', 1)";
    transaction(gap.formatted(id, "2026-03-07 15:00Z,"));

    assertThatThrownBy(
            () -> transaction(gap.formatted(id, "2026-03-07 14:00Z, 2026-03-07 15:00:00.001Z")))
        .hasMessageContaining("gap_escalation_id_during_key");
  }

  @Test
  void a_rest_in_a_gap_is_refused_and_so_are_two_rests_at_once() {
    String gap =
        "insert into gap (id, escalation_id, during, cause, tam, from_region, revision)"
            + " values (gen_random_uuid(), '%s', '[2026-03-07 15:00Z,)', 'COVERAGE_HOLE', 'eva', 'EMEA', 1)";
    String rest =
        "insert into rest (id, escalation_id, during, cause, tam, region, revision)"
            + " values (gen_random_uuid(), '%s', '[%s)', 'HOME_HOURS', 'eva', 'EMEA', 1)";
    transaction(gap.formatted(id), rest.formatted(id, "2026-03-07 14:00Z, 2026-03-07 15:00Z"));

    assertThatThrownBy(() -> transaction(rest.formatted(id, "2026-03-07 15:00Z,")))
        .hasMessageContaining("escalation " + id + " rests in a gap");
    assertThatThrownBy(
            () -> transaction(rest.formatted(id, "2026-03-07 13:00Z, 2026-03-07 14:00:00.001Z")))
        .hasMessageContaining("rest_escalation_id_during_key");
  }

  @Test
  void a_gap_of_a_shift_change_that_does_not_exist_is_refused() {
    String gap =
        "insert into gap (id, escalation_id, during, cause, tam, from_region, revision,"
            + " shift_change_id) values (gen_random_uuid(), '%s', '[2026-03-07 15:00Z,)',"
            + " 'COVERAGE_HOLE', 'eva', 'EMEA', 1, gen_random_uuid())";
    assertThatThrownBy(() -> transaction(gap.formatted(id)))
        .hasMessageContaining("gap_of_shift_change");
  }

  private void assertRefused(String statement) {
    assertThatThrownBy(() -> transaction(statement.formatted(id)))
        .hasMessageContaining("accountability of escalation " + id);
  }

  private int rows(String query) {
    return pool.query(query.formatted(id)).execute().await().atMost(Duration.ofSeconds(60)).size();
  }

  private void transaction(String... statements) {
    pool.withTransaction(
            tx -> {
              Uni<Void> done = Uni.createFrom().voidItem();
              for (String statement : statements) {
                done = done.chain(() -> tx.query(statement).execute().replaceWithVoid());
              }
              return done;
            })
        .await()
        .atMost(Duration.ofSeconds(60));
  }
}
