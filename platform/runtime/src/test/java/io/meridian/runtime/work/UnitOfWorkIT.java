package io.meridian.runtime.work;

import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meridian.testkit.MeridianServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A session and SQL in one transaction, on one connection: what the house relies on, and what could
 * change with a new Hibernate Reactive, Vert.x or Quarkus.
 */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class UnitOfWorkIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String STAMP = "insert into stamp (parcel, value) values ($1, $2)";

  @Inject UnitsOfWork units;
  @Inject Pool pool;
  private final UUID id = UUID.randomUUID();

  @BeforeEach
  void tables() {
    now(
        pool.query(
                """
                create table if not exists parcel
                  (id uuid primary key, label text not null, version int not null);
                create table if not exists stamp
                  (parcel uuid not null references parcel deferrable initially deferred, value text);
                truncate parcel, stamp
                """)
            .execute());
  }

  @Test
  void what_the_session_flushed_sql_sees_on_the_same_connection() {
    Row seen =
        now(
            units.write(
                unit ->
                    unit.session()
                        .persist(new Parcel(id, "fragile"))
                        .chain(() -> unit.session().flush())
                        .chain(
                            () -> unit.query("select label, pg_backend_pid() as pid from parcel"))
                        .chain(
                            rows ->
                                unit.session()
                                    .createNativeQuery("select pg_backend_pid()", Integer.class)
                                    .getSingleResult()
                                    .invoke(
                                        pid ->
                                            assertThat(rows.iterator().next().getInteger("pid"))
                                                .isEqualTo(pid))
                                    .replaceWith(rows.iterator().next()))));
    assertThat(seen.getString("label")).isEqualTo("fragile");
  }

  @Test
  void what_nobody_flushed_is_written_before_the_commit() {
    now(units.write(unit -> unit.session().persist(new Parcel(id, "late"))));
    assertThat(labels()).containsExactly("late");
  }

  @Test
  void arrays_with_nulls_and_strange_text_are_bound_as_given() {
    String[] texts = {"Zürich", null, "$1 and ?", "it's"};
    now(
        units.write(
            unit ->
                unit.session()
                    .persist(new Parcel(id, "many"))
                    .chain(() -> unit.session().flush())
                    .chain(
                        () ->
                            unit.query(
                                "insert into stamp select $1, value from unnest($2::text[]) t (value)",
                                Tuple.of(id, texts)))));
    assertThat(stamps()).containsExactlyInAnyOrder(texts);
  }

  @Test
  void a_statement_that_fails_leaves_neither_row_nor_entity_and_keeps_its_own_error() {
    assertThatThrownBy(
            () ->
                now(
                    units.write(
                        unit ->
                            both(unit).chain(() -> unit.query("select 1 / 0")).replaceWithVoid())))
        .isInstanceOf(PgException.class)
        .hasStackTraceContaining("22012");
    assertThat(labels()).isEmpty();
    assertThat(stamps()).isEmpty();
  }

  @Test
  void a_flush_that_fails_leaves_neither_row_nor_entity() {
    assertThatThrownBy(
            () ->
                now(
                    units.write(
                        unit ->
                            both(unit)
                                .chain(
                                    () ->
                                        unit.query(
                                            "insert into parcel values ($1, 'a', 0)",
                                            Tuple.of(new UUID(0, 1))))
                                .chain(
                                    () -> unit.session().persist(new Parcel(new UUID(0, 1), "b")))
                                .chain(() -> unit.session().flush()))))
        .isInstanceOf(ConstraintViolationException.class);
    assertThat(labels()).isEmpty();
    assertThat(stamps()).isEmpty();
  }

  @Test
  void a_constraint_that_fails_at_the_commit_undoes_everything() {
    assertThatThrownBy(
            () ->
                now(
                    units.write(
                        unit ->
                            both(unit)
                                .chain(
                                    () -> unit.query(STAMP, Tuple.of(new UUID(0, 9), "astray"))))))
        .hasStackTraceContaining("23503");
    assertThat(labels()).isEmpty();
    assertThat(stamps()).isEmpty();
  }

  @Test
  void a_failure_that_is_swallowed_is_not_committed_either() {
    assertThatThrownBy(
            () ->
                now(
                    units.write(
                        unit ->
                            both(unit)
                                .chain(() -> unit.query("select 1 / 0"))
                                .onFailure()
                                .recoverWithNull())))
        .hasStackTraceContaining("TransactionRollback");
    assertThat(labels()).isEmpty();
  }

  @Test
  void an_entity_sees_what_sql_changed_when_it_is_refreshed() {
    now(units.write(unit -> unit.session().persist(new Parcel(id, "before"))));
    List<String> seen =
        now(
            units.write(
                unit ->
                    unit.session()
                        .find(Parcel.class, id)
                        .chain(
                            parcel ->
                                unit.query("update parcel set label = 'after'")
                                    .map(updated -> parcel.label)
                                    .chain(
                                        stale ->
                                            unit.session()
                                                .refresh(parcel)
                                                .map(done -> List.of(stale, parcel.label))))));
    assertThat(seen).containsExactly("before", "after");
  }

  @Test
  void a_unit_that_reads_saves_nothing() {
    now(units.write(unit -> unit.session().persist(new Parcel(id, "kept"))));
    now(
        units.read(
            unit ->
                unit.session()
                    .find(Parcel.class, id)
                    .invoke(parcel -> parcel.label = "changed")
                    .call(() -> unit.session().flush())));
    assertThat(labels()).containsExactly("kept");
  }

  @Test
  void all_statements_of_a_snapshot_see_the_same_moment() {
    List<Integer> counts =
        now(
            units.snapshot(
                unit ->
                    unit.query("select 1 from parcel")
                        .chain(
                            before ->
                                units
                                    .write(other -> other.session().persist(new Parcel(id, "new")))
                                    .chain(() -> unit.query("select 1 from parcel"))
                                    .map(after -> List.of(before.size(), after.size())))));
    assertThat(counts).containsExactly(0, 0);
    assertThat(labels()).containsExactly("new");
  }

  @Test
  void what_follows_a_commit_follows_it_and_nothing_else() {
    AtomicInteger told = new AtomicInteger();
    Function<UnitOfWork, Uni<Integer>> telling =
        unit -> {
          unit.afterCommit(told::incrementAndGet);
          return Uni.createFrom().item(told::get);
        };
    assertThat(now(units.write(telling))).as("within the unit").isZero();
    assertThat(told).hasValue(1);
    assertThatThrownBy(
        () ->
            now(units.write(unit -> telling.apply(unit).chain(() -> unit.query("select 1 / 0")))));
    assertThat(told).hasValue(1);
    now(units.read(telling));
    assertThat(told).as("at once where nothing is to commit").hasValue(2);
  }

  @Test
  void who_stops_listening_does_not_stop_the_work() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    var listening =
        units
            .write(
                unit ->
                    unit.session()
                        .persist(new Parcel(id, "sent"))
                        .chain(() -> unit.session().flush())
                        .invoke(begun::countDown)
                        .chain(() -> unit.query("select pg_sleep(0.2)")))
            .subscribe()
            .with(done -> {});
    begun.await();
    listening.cancel();
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(labels()).containsExactly("sent"));
  }

  @Test
  void many_units_at_once_finish_and_give_their_connections_back() {
    List<Uni<Void>> all =
        IntStream.range(0, 200)
            .mapToObj(i -> units.write(unit -> both(unit, UUID.randomUUID())))
            .toList();
    now(Uni.join().all(all).andFailFast());
    assertThat(labels()).hasSize(200);
    assertThat(stamps()).hasSize(200);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        now(
                            pool.query(
                                    """
                                    select 1 from pg_stat_activity
                                    where state like 'idle in transaction%'
                                      and datname = current_database()
                                    """)
                                .execute()))
                    .isEmpty());
  }

  private Uni<Void> both(UnitOfWork unit) {
    return both(unit, id);
  }

  private static Uni<Void> both(UnitOfWork unit, UUID parcel) {
    return unit.session()
        .persist(new Parcel(parcel, "both"))
        .chain(() -> unit.session().flush())
        .chain(() -> unit.query(STAMP, Tuple.of(parcel, "stamp")))
        .replaceWithVoid();
  }

  private List<String> labels() {
    return column("select label from parcel");
  }

  private List<String> stamps() {
    return column("select value from stamp");
  }

  private List<String> column(String query) {
    return now(pool.query(query).execute()).stream().map(row -> row.getString(0)).toList();
  }

  private static <T> T now(Uni<T> step) {
    return step.await().atMost(PATIENCE);
  }
}
