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
  private static final String OLDEST =
      "select min(lower(during)) as since from accountability where upper_inf(during)";

  /** A statement of its own: asked about some, the plan for all would read them all. */
  private static final String OLDEST_OF_SOME = OLDEST + " and escalation_id = any($1)";

  /** Since when the longest-standing of all has been; null when nothing is open. */
  public Uni<@Nullable Instant> oldest(UnitOfWork unit) {
    return unit.query(OLDEST).map(TenureStore::since);
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
