package io.meridian.handoff.calendar.store;

import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** When the next weekly forecast of coverage gaps is due. */
@ApplicationScoped
public class CoverageAlarmStore {

  private static final String NEXT = "select next_weekly_at from coverage_alarm";
  private static final String MOVE =
      "insert into coverage_alarm (next_weekly_at) values ($1)"
          + " on conflict (is_only) do update set next_weekly_at = excluded.next_weekly_at";

  /** The instant of the next one; long ago before the first. */
  public Uni<Instant> next(UnitOfWork unit) {
    return unit.query(NEXT)
        .map(
            rows -> {
              for (Row row : rows) {
                return Columns.instant(row, "next_weekly_at");
              }
              return Instant.EPOCH;
            });
  }

  /** The next one is due then. */
  public Uni<Void> move(UnitOfWork unit, Instant next) {
    return unit.query(MOVE, Tuple.of(Columns.utc(next))).replaceWithVoid();
  }
}
