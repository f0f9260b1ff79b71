package io.meridian.handoff.handoff.store;

import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Who held escalations until now, and which of their boundaries had handoffs. */
@ApplicationScoped
public class PastStore {
  private static final String ENDED =
      "select "
          + HandoffRows.SUBJECT
          + """
          , a.tam, a.region, lower(a.during) as since,
            coalesce(upper(a.during), (select max(r.since) from regime r
              where r.escalation_id = e.id and r.opened_at = e.opened_at)) as until,
            (select array_agg(r.since order by r.since) from regime r
              where r.escalation_id = e.id and r.opened_at = e.opened_at) as turns,
            (select array_agg(not r.resolved and (r.hours = 'FOLLOW_THE_SUN' or r.home is null) order by r.since)
              from regime r where r.escalation_id = e.id and r.opened_at = e.opened_at) as travels,
            upper(a.during) is not null and upper(a.during) is not distinct from e.closed_at as closed
          from escalation e
          join accountability a on a.escalation_id = e.id and a.opened_at = e.opened_at
          where e.id = any($1) and (not upper_inf(a.during) or not a.travels and a.lives_in is null)
          """;
  private static final String HANDED_OVER =
      "select escalation_id, from_tam, boundary from handoff where escalation_id = any($1)";

  /**
   * Somebody held an escalation during {@code [since, until)}.
   *
   * @param closed it ended because the escalation closed
   * @param turns whether it followed the sun from instants on, in their order; before them it did
   */
  public record Held(
      EscalationSummary subject,
      String tam,
      String region,
      Instant since,
      Instant until,
      boolean closed,
      SortedMap<Instant, Boolean> turns) {

    /** Whether it was to be handed over just before the instant, and at it. */
    public boolean travelsOver(Instant boundary) {
      return travels(boundary.minusMillis(1)) && travels(boundary);
    }

    private boolean travels(Instant at) {
      SortedMap<Instant, Boolean> before = turns.headMap(at.plusMillis(1));
      return before.isEmpty() || before.lastEntry().getValue();
    }
  }

  /** A TAM handed an escalation over, or was to, when their duty ended at the boundary. */
  public record HandedOver(UUID escalation, String from, Instant boundary) {}

  /**
   * The intervals of accountability that have an end, of the present or last span; of what is
   * resolved the last one ends there.
   */
  public Uni<List<Held>> ended(UnitOfWork unit, Collection<UUID> ids) {
    return unit.query(ENDED, Tuple.of(ids.toArray(UUID[]::new)))
        .map(
            rows -> {
              List<Held> held = new ArrayList<>();
              rows.forEach(
                  row ->
                      held.add(
                          new Held(
                              HandoffRows.subject(row),
                              row.getString("tam"),
                              row.getString("region"),
                              Columns.instant(row, "since"),
                              Columns.instant(row, "until"),
                              row.getBoolean("closed"),
                              turns(row))));
              return held;
            });
  }

  private static SortedMap<Instant, Boolean> turns(Row row) {
    SortedMap<Instant, Boolean> turns = new TreeMap<>();
    OffsetDateTime[] since = row.getArrayOfOffsetDateTimes("turns");
    Boolean[] travels = row.getArrayOfBooleans("travels");
    for (int i = 0; since != null && i < since.length; i++) {
      turns.put(since[i].toInstant(), travels[i]);
    }
    return turns;
  }

  /** The boundaries of these escalations that have handoffs. */
  public Uni<Set<HandedOver>> handedOver(UnitOfWork unit, Collection<UUID> ids) {
    return unit.query(HANDED_OVER, Tuple.of(ids.toArray(UUID[]::new)))
        .map(
            rows -> {
              Set<HandedOver> boundaries = new HashSet<>();
              rows.forEach(
                  row ->
                      boundaries.add(
                          new HandedOver(
                              row.getUUID("escalation_id"),
                              row.getString("from_tam"),
                              Columns.instant(row, "boundary"))));
              return boundaries;
            });
  }
}
