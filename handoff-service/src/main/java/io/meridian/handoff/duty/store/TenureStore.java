package io.meridian.handoff.duty.store;

import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Since when whoever is accountable now has been. */
@ApplicationScoped
public class TenureStore {
  /** Of what stays at home nothing is to be done: it may have been somebody's for months. */
  private static final String OLDEST_OF_ALL =
      StayStore.HOMES_OF_ALL
          + """
          select least(
            (select min(lower(during)) from accountability where upper_inf(during) and travels),
            (select min(last.since) from homes h cross join lateral (
              select s.since, s.until from stay s where s.tam = h.tam and s.region = h.lives_in
              order by s.since desc limit 1) last
             where last.until is null)) as since
          """;

  /**
   * A statement of its own: asked about some, the plan for all would read them all. And so would
   * the least of them by the index of beginnings, from the oldest of all on: hence the fence.
   */
  private static final String OLDEST_OF_SOME =
      """
      select min(since) as since from (
        select lower(during) as since from accountability
         where upper_inf(during) and escalation_id = any($1) offset 0) held
      """;

  /**
   * Since when the longest-standing of all whose escalations are handed over has been accountable,
   * or off duty where those live; null when there is none.
   */
  public Uni<@Nullable Instant> oldest(UnitOfWork unit) {
    return unit.query(OLDEST_OF_ALL).map(TenureStore::since);
  }

  /** The same of these escalations; null when none of them is open. */
  public Uni<@Nullable Instant> oldest(UnitOfWork unit, Collection<UUID> escalations) {
    return unit.query(OLDEST_OF_SOME, Tuple.of((Object) escalations.toArray(UUID[]::new)))
        .map(TenureStore::since);
  }

  private static @Nullable Instant since(RowSet<Row> rows) {
    return Columns.instantOrNull(rows.iterator().next(), "since");
  }
}
