package io.meridian.handoff.duty.store;

import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Shift changes, one row each, however often they are prepared: foreseen by a gap that belongs to
 * them, or prepared by the engine.
 */
@ApplicationScoped
public class ShiftChangeStore {
  private static final Rows<ShiftChange> ROWS =
      Rows.<ShiftChange>as("n")
          .uuid("id", ShiftChange::id)
          .text("from_region", ShiftChange::fromRegion)
          .text("to_region", ShiftChange::toRegion)
          .instant("boundary", ShiftChange::boundary)
          .uuid("incoming_shift", c -> c.incoming().id())
          .instant("incoming_start", c -> c.incoming().start())
          .instant("incoming_end", c -> c.incoming().end())
          .text("incoming_primary", c -> c.incoming().primary())
          .text("incoming_secondary", c -> c.incoming().secondary())
          .instant("prepare_at", ShiftChange::prepareAt)
          .instant("accept_by", ShiftChange::acceptBy);
  private static final String INSERT =
      """
      insert into shift_change as c (%s, prepared_at, lateness_ms)
      select *, %s::timestamptz, %s::bigint from %s
      """
          .formatted(ROWS.names(), ROWS.after(1), ROWS.after(2), ROWS.unnest());
  private static final String FORESEE = INSERT + "on conflict do nothing";

  private static final String UPSERT =
      INSERT
          + """
      on conflict (id) do update set incoming_shift = excluded.incoming_shift,
        incoming_end = excluded.incoming_end, incoming_primary = excluded.incoming_primary,
        incoming_secondary = excluded.incoming_secondary,
        prepared_at = coalesce(c.prepared_at, excluded.prepared_at),
        lateness_ms = coalesce(c.lateness_ms, excluded.lateness_ms)
      where c.prepared_at is null or (c.incoming_shift, c.incoming_end, c.incoming_primary, c.incoming_secondary)
        is distinct from (excluded.incoming_shift, excluded.incoming_end,
          excluded.incoming_primary, excluded.incoming_secondary)
      """;

  private static final String PLANNED = "select * from shift_change where id = any($1)";

  /** The plan of some shift changes, by id. */
  public Uni<Map<UUID, PlannedChange>> planned(UnitOfWork unit, Collection<UUID> ids) {
    return unit.query(PLANNED, Tuple.of(ids.toArray(UUID[]::new)))
        .map(
            rows -> {
              Map<UUID, PlannedChange> planned = new HashMap<>();
              rows.forEach(row -> planned.put(row.getUUID("id"), PlannedChange.of(row)));
              return planned;
            });
  }

  /**
   * Writes down shift changes; one that is known keeps when it was prepared and follows the roster
   * with its incoming shift.
   *
   * @param lateness how long after it was due
   */
  public Uni<Void> prepare(
      UnitOfWork unit, Collection<ShiftChange> changes, Instant preparedAt, Duration lateness) {
    return write(unit, UPSERT, changes, Columns.utc(preparedAt), lateness.toMillis());
  }

  /**
   * Writes down shift changes that gaps belong to, though nobody has prepared them yet; one that is
   * known stays as it is. In the order of their ids, so that two who do it wait for each other.
   */
  public Uni<Void> foresee(UnitOfWork unit, Collection<ShiftChange> changes) {
    List<ShiftChange> ordered =
        changes.stream().sorted(Comparator.comparing(ShiftChange::id)).toList();
    return write(unit, FORESEE, ordered, null, null);
  }

  private static Uni<Void> write(
      UnitOfWork unit,
      String statement,
      Collection<ShiftChange> changes,
      @Nullable OffsetDateTime preparedAt,
      @Nullable Long latenessMillis) {
    if (changes.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return unit.query(statement, ROWS.tuple(changes, preparedAt, latenessMillis)).replaceWithVoid();
  }
}
