package io.meridian.handoff.calendar.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.calendar.store.RosterPart;
import io.meridian.handoff.calendar.store.ShiftStore;
import io.meridian.handoff.ledger.application.LedgerDatabase;
import io.meridian.runtime.work.UnitOfWork;
import io.meridian.testkit.MeridianServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of history is never another than what is stored. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class KnownHistoryIT {
  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant SUNDAY = MONDAY.plus(Duration.ofDays(6));

  @Inject Pool pool;
  private LedgerDatabase database;
  private final Counting store = new Counting();
  private final KnownHistory known = new KnownHistory(store);

  /** Counts how often shifts are read. */
  private static final class Counting extends ShiftStore {
    private final AtomicInteger reads = new AtomicInteger();

    @Override
    public Uni<RosterPart> part(UnitOfWork unit, Instant from, Instant to) {
      reads.incrementAndGet();
      return super.part(unit, from, to);
    }
  }

  @BeforeEach
  void a_calendar_with_two_shifts() {
    database = new LedgerDatabase(pool);
    database.clear();
    database.calendar();
    database.roster(List.of(shift(MONDAY, "emea-0"), shift(MONDAY.plusSeconds(86_400), "emea-1")));
  }

  @AfterEach
  void clear() {
    database.clear();
  }

  private static Shift shift(Instant start, String tam) {
    Instant end = start.plus(Duration.ofHours(8));
    return new Shift(
        UUID.randomUUID(),
        "EMEA",
        start,
        end,
        start,
        end,
        ZoneId.of("UTC"),
        tam,
        null,
        List.of(),
        "p",
        null,
        null);
  }

  private static <T> T now(Uni<T> step) {
    return step.await().atMost(Duration.ofSeconds(60));
  }

  private List<String> primaries(SqlConnection connection, Instant from, Instant to) {
    RosterPart part = now(known.part(UnitOfWork.on(connection), from, to));
    return part == null
        ? List.of("no calendar")
        : part.shifts().stream().map(Shift::primary).toList();
  }

  private List<String> between(Instant from, Instant to) {
    return with(connection -> primaries(connection, from, to));
  }

  private List<String> week() {
    return between(MONDAY, SUNDAY);
  }

  private <T> T with(Function<SqlConnection, T> work) {
    SqlConnection connection = now(pool.getConnection());
    try {
      return work.apply(connection);
    } finally {
      now(connection.close());
    }
  }

  private static void rename(SqlConnection connection, String before, String after) {
    now(
        connection
            .query(
                "update shift set primary_tam = '%s' where primary_tam = '%s'"
                    .formatted(after, before))
            .execute());
  }

  @Test
  void asked_again_for_the_same_or_less_it_reads_no_shift() {
    assertThat(week()).containsExactlyInAnyOrder("emea-0", "emea-1");
    assertThat(week()).containsExactlyInAnyOrder("emea-0", "emea-1");
    assertThat(between(MONDAY, MONDAY.plusSeconds(60))).containsExactly("emea-0");

    assertThat(store.reads).hasValue(1);
  }

  @Test
  void a_shift_that_somebody_changes_adds_or_removes_is_seen_at_once() {
    week();
    with(
        c -> {
          rename(c, "emea-0", "emea-2");
          return c;
        });
    assertThat(week()).containsExactlyInAnyOrder("emea-2", "emea-1");

    database.roster(List.of(shift(MONDAY, "apac-0")));
    assertThat(week()).containsExactly("apac-0");

    database.sql("truncate shift");
    assertThat(week()).isEmpty();

    database.clear();
    assertThat(week()).containsExactly("no calendar");
  }

  @Test
  void what_a_transaction_has_written_it_sees_and_nobody_else_does_once_it_is_undone() {
    week();
    assertThatThrownBy(
            () ->
                with(
                    c -> {
                      var transaction = now(c.begin());
                      rename(c, "emea-0", "emea-2");
                      assertThat(primaries(c, MONDAY, SUNDAY)).contains("emea-2");
                      now(transaction.rollback());
                      throw new IllegalStateException("undone");
                    }))
        .hasMessage("undone");

    assertThat(week()).containsExactlyInAnyOrder("emea-0", "emea-1");
  }

  @Test
  void every_column_of_a_shift_but_what_is_told_of_it_makes_a_new_edition() {
    List<String> without =
        database
            .sql(
                """
                select column_name from information_schema.columns where table_name = 'shift'
                except
                select event_object_column from information_schema.triggered_update_columns
                  where trigger_name = 'next_edition'
                order by 1
                """)
            .stream()
            .map(row -> row.getString(0))
            .toList();
    assertThat(without).containsExactly("changed_at", "ended", "revision", "tzdb");
  }

  @Test
  void a_window_far_away_is_read_by_itself() {
    week();
    Instant later = MONDAY.plus(Duration.ofDays(200));
    assertThat(between(later, later.plusSeconds(60))).isEmpty();
    assertThat(between(MONDAY, later)).hasSize(2);
    assertThat(week()).hasSize(2);
  }
}
