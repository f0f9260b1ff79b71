package io.meridian.handoff.duty.store.timer;

import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Rows of timers. Kinds sort by name in the order in which they are processed. */
@ApplicationScoped
public class TimerStore {
  private static final Comparator<Timer> ORDER =
      Comparator.comparing(Timer::dueAt).thenComparing(Timer::kind);
  private static final Rows<Timer> ROWS =
      Rows.<Timer>as("t")
          .text("kind", timer -> timer.kind().name())
          .instant("due_at", Timer::dueAt);
  private static final String INSERT =
      "insert into timer (%s) select * from %s on conflict do nothing"
          .formatted(ROWS.names(), ROWS.unnest());
  private static final String EARLIEST =
      "select kind, due_at from timer order by due_at, kind limit 1";
  private static final String DUE =
      "select due_at from timer where kind = $1 and due_at <= $2 order by due_at";
  private static final String DELETE = "delete from timer where kind = $1 and due_at = $2";
  private static final String DELETE_AFTER =
      "delete from timer where kind = any($1) and due_at > $2";

  /** Adds timers; one that is there already stays. */
  public Uni<Void> insert(UnitOfWork unit, Collection<Timer> timers) {
    if (timers.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return unit.query(INSERT, ROWS.tuple(timers.stream().sorted(ORDER).toList())).replaceWithVoid();
  }

  /** The timer that is to be processed before all others. */
  public Uni<Optional<Timer>> earliest(UnitOfWork unit) {
    return unit.query(EARLIEST)
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(
                    new Timer(
                        Timer.Kind.valueOf(row.getString("kind")), Columns.instant(row, "due_at")));
              }
              return Optional.empty();
            });
  }

  /** When timers of a kind are due by an instant, in order. */
  public Uni<List<Instant>> due(UnitOfWork unit, Timer.Kind kind, Instant until) {
    return unit.query(DUE, Tuple.of(kind.name(), Columns.utc(until)))
        .map(rows -> Columns.list(rows, row -> Columns.instant(row, "due_at")));
  }

  /** Removes a timer that was processed. */
  public Uni<Void> delete(UnitOfWork unit, Timer timer) {
    return unit.query(DELETE, Tuple.of(timer.kind().name(), Columns.utc(timer.dueAt())))
        .replaceWithVoid();
  }

  /** Removes the timers of these kinds that are due after the instant: they are planned anew. */
  public Uni<Void> deleteAfter(UnitOfWork unit, Instant at, Timer.Kind... kinds) {
    String[] names = new String[kinds.length];
    for (int i = 0; i < kinds.length; i++) {
      names[i] = kinds[i].name();
    }
    return unit.query(DELETE_AFTER, Tuple.of(names, Columns.utc(at))).replaceWithVoid();
  }
}
