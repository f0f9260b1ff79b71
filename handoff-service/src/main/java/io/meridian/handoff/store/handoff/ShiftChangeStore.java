package io.meridian.handoff.store.handoff;

import io.meridian.handoff.domain.shiftchange.ShiftChange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shift changes that were prepared: one row each, however often they are prepared. */
@ApplicationScoped
public class ShiftChangeStore {
  private static final String UPSERT =
      """
      insert into shift_change as c (id, from_region, to_region, boundary, incoming_shift,
        incoming_start, incoming_end, incoming_primary, incoming_secondary, prepare_at, accept_by,
        prepared_at, lateness_ms)
      select *, $12, $13 from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[],
        $5::uuid[], $6::timestamptz[], $7::timestamptz[], $8::text[], $9::text[],
        $10::timestamptz[], $11::timestamptz[])
      on conflict (id) do update set incoming_shift = excluded.incoming_shift,
        incoming_end = excluded.incoming_end, incoming_primary = excluded.incoming_primary,
        incoming_secondary = excluded.incoming_secondary
      where (c.incoming_shift, c.incoming_end, c.incoming_primary, c.incoming_secondary)
        is distinct from (excluded.incoming_shift, excluded.incoming_end,
          excluded.incoming_primary, excluded.incoming_secondary)
      """;

  private static final String PLANNED = "select * from shift_change where id = any($1)";

  /** The plan of some shift changes, by id. */
  public Uni<Map<UUID, PlannedChange>> planned(SqlConnection tx, Collection<UUID> ids) {
    return tx.preparedQuery(PLANNED)
        .execute(Tuple.of(ids.toArray(UUID[]::new)))
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
      SqlConnection tx, Collection<ShiftChange> changes, Instant preparedAt, Duration lateness) {
    if (changes.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Object> columns =
        List.of(
            Columns.ids(changes, ShiftChange::id),
            Columns.texts(changes, ShiftChange::fromRegion),
            Columns.texts(changes, ShiftChange::toRegion),
            Columns.instants(changes, ShiftChange::boundary),
            Columns.ids(changes, c -> c.incoming().id()),
            Columns.instants(changes, c -> c.incoming().start()),
            Columns.instants(changes, c -> c.incoming().end()),
            Columns.texts(changes, c -> c.incoming().primary()),
            Columns.texts(changes, c -> c.incoming().secondary()),
            Columns.instants(changes, ShiftChange::prepareAt),
            Columns.instants(changes, ShiftChange::acceptBy),
            Columns.of(preparedAt),
            lateness.toMillis());
    return tx.preparedQuery(UPSERT).execute(Tuple.from(columns)).replaceWithVoid();
  }
}
