package io.meridian.handoff.watch.store;

import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Deletes what crews watched and told each other, in steps. */
@ApplicationScoped
public class WatchRetentionStore {
  private static final String ITEMS =
      """
      with old as (
        select w.id from watch_item w left join escalation e on e.id = w.escalation_id
         where w.until_at < $1 and (w.escalation_id is null or e.closed_at is not null)
         order by w.until_at, w.id limit $2),
      handovers as (delete from watch_handover h using old where h.item_id = old.id),
      items as (delete from watch_item w using old where w.id = old.id)
      select count(*) from old
      """;
  private static final String NOTES =
      """
      with old as (
        select shift_change_id as id from shift_change_note where written_at < $1
         order by written_at limit $2),
      notes as (delete from shift_change_note n using old where n.shift_change_id = old.id)
      select count(*) from old
      """;

  /**
   * Forgets items that were to end before an instant, with how they came to each crew, but none
   * that became an escalation which is open.
   *
   * @param max how many at most
   * @return how many
   */
  public Uni<Long> forgetItems(UnitOfWork unit, Instant before, int max) {
    return forget(unit, ITEMS, before, max);
  }

  /** The same of notes of shift changes, by when they were written. */
  public Uni<Long> forgetNotes(UnitOfWork unit, Instant before, int max) {
    return forget(unit, NOTES, before, max);
  }

  private static Uni<Long> forget(UnitOfWork unit, String sql, Instant before, int max) {
    return unit.query(sql, Tuple.of(Columns.utc(before), max))
        .map(rows -> rows.iterator().next().getLong(0));
  }
}
