package io.meridian.handoff.calendar.store;

import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Of which duties it was told that nothing reaches who has them. */
@ApplicationScoped
public class UnreachableStore {

  private static final String TOLD = "select id from unreachable_duty where id = any($1)";
  private static final Rows<Entry> DUTY =
      Rows.<Entry>as("t").uuid("id", Entry::id).instant("start_at", Entry::start);
  private static final String TELL =
      """
      insert into unreachable_duty (%s, told_at) select t.*, %s from %s
      on conflict (id) do nothing returning id
      """
          .formatted(DUTY.names(), DUTY.after(1), DUTY.unnest());
  private static final String FORGET = "delete from unreachable_duty where start_at < $1";

  /** A duty by the id of the fact, and when its shift starts. */
  public record Entry(UUID id, Instant start) {}

  /** Those of the ids that were told. */
  public Uni<Set<UUID>> told(UnitOfWork unit, List<UUID> ids) {
    return unit.query(TOLD, Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
        .map(UnreachableStore::ids);
  }

  /**
   * Keeps that they are told now.
   *
   * @return the ids of those that were not yet
   */
  public Uni<Set<UUID>> tell(UnitOfWork unit, List<Entry> duties, Instant now) {
    return unit.query(TELL, DUTY.tuple(duties, Columns.utc(now))).map(UnreachableStore::ids);
  }

  /** Forgets shifts that started before the instant. */
  public Uni<Void> forget(UnitOfWork unit, Instant before) {
    return unit.query(FORGET, Tuple.of(Columns.utc(before))).replaceWithVoid();
  }

  private static Set<UUID> ids(RowSet<Row> rows) {
    Set<UUID> ids = new HashSet<>();
    rows.forEach(row -> ids.add(row.getUUID("id")));
    return ids;
  }
}
