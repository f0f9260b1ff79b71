package io.meridian.handoff.handoff.store;

import io.meridian.handoff.handoff.domain.Handoff;
import io.meridian.handoff.handoff.domain.Stage;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Handoffs, in sets: a shift change writes all of its own with one statement. */
@ApplicationScoped
public class HandoffStore {
  private static final String INSERT =
      """
      insert into handoff (id, shift_change_id, escalation_id, from_tam, from_region, to_tam,
        to_region, status, boundary, incoming_start, lawful_accept_by, offered_at, accept_by,
        attempts, lateness_ms, briefing, created_at, changed_at, as_of, revision, cancel_reason,
        briefing_missing)
      select n.id, n.shift_change_id, e.id, n.from_tam, c.from_region, n.to_tam, c.to_region,
        n.status, c.boundary, c.incoming_start, c.accept_by, n.offered_at, n.accept_by, n.attempts,
        n.lateness_ms,
        json_build_object('severity', e.severity, 'title', e.title, 'status', e.status,
          'openedAt', to_char(e.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'customer', case when k.id is not null
            then json_build_object('id', k.id, 'name', k.name) end)::text,
        $10, $10, $11, n.revision, n.cancel_reason, n.briefing_missing
      from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[],
          $7::timestamptz[], $8::timestamptz[], $9::text[], $12::bigint[], $13::bigint[],
          $14::text[], $15::text[])
        as n (id, shift_change_id, escalation_id, from_tam, to_tam, status, offered_at, accept_by,
          attempts, lateness_ms, revision, cancel_reason, briefing_missing)
      join escalation e on e.id = n.escalation_id
      join shift_change c on c.id = n.shift_change_id
      left join customer k on k.id = e.customer_id
      """;
  private static final String UPDATE =
      """
      update handoff h set status = n.status, to_tam = n.to_tam, offered_at = n.offered_at,
        accept_by = n.accept_by, accepted_at = coalesce(n.accepted_at, h.accepted_at),
        effective_from = coalesce(n.effective_from, h.effective_from),
        basis = coalesce(n.basis, h.basis), cancel_reason = n.cancel_reason,
        assigned_by = coalesce(n.assigned_by, h.assigned_by),
        actions_left = coalesce(n.actions_left, h.actions_left),
        attempts = n.attempts, lateness_ms = n.lateness_ms, changed_at = n.changed_at,
        as_of = greatest(h.as_of, $13), revision = n.revision
      from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[],
          $6::timestamptz[], $7::timestamptz[], $8::text[], $9::text[], $10::text[],
          $11::timestamptz[], $12::bigint[], $14::bigint[], $15::text[], $16::text[])
        as n (id, status, to_tam, offered_at, accept_by, accepted_at, effective_from, basis,
          cancel_reason, attempts, changed_at, revision, lateness_ms, assigned_by, actions_left)
      where h.id = n.id and h.revision = n.revision - 1
      """;
  private static final String EARLIER =
      """
      select h.escalation_id, h.shift_change_id, count(*)::int as finished
      from shift_change c cross join unnest($2::uuid[]) e (id)
      join handoff h on h.escalation_id = e.id and h.boundary = c.boundary
        and h.shift_change_id = c.id
      where c.id = any($1) group by 1, 2
      """;
  private static final String SELECT =
      "select "
          + HandoffRows.SUBJECT
          + ", "
          + HandoffRows.COLUMNS
          + " from handoff o join escalation e on e.id = o.escalation_id where ";
  private static final String BY_ID = SELECT + "o.id = any($1)";
  private static final String EXPIRED =
      SELECT
          + """
          o.status = 'OFFERED' and o.accept_by <= $1 and ($2::text[] is null or o.to_tam = any($2))
          order by o.shift_change_id, o.id limit $3
          """;
  private static final String CANCELLABLE =
      SELECT
          + """
          o.escalation_id = any($1) and (o.status not in ('ACCEPTED', 'ASSIGNED_BY_LEAD', 'CANCELLED')
            or o.status in ('ACCEPTED', 'ASSIGNED_BY_LEAD') and o.effective_from > $2)
          order by o.shift_change_id, o.id
          """;
  private static final String ESCALATIONS =
      "select distinct escalation_id from handoff where id = any($1) order by 1";
  private static final String LOCK_ESCALATIONS =
      "select id from escalation where id = any($1) order by id for update";

  /** Adds handoffs whose shift changes are written down. */
  public Uni<Void> insert(
      UnitOfWork unit, List<HandoffWithSubject> items, Instant now, Instant asOf) {
    if (items.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Handoff> handoffs = items.stream().map(HandoffWithSubject::handoff).toList();
    Tuple values =
        Tuple.from(
            Arrays.asList(
                Columns.ids(handoffs, h -> h.plan().id()),
                Columns.ids(handoffs, h -> h.plan().shiftChangeId()),
                Columns.ids(handoffs, h -> h.plan().escalationId()),
                Columns.texts(handoffs, h -> h.plan().from()),
                Columns.texts(handoffs, Handoff::to),
                Columns.texts(handoffs, h -> h.stage().status().name()),
                Columns.instants(handoffs, Handoff::offeredAt),
                Columns.instants(handoffs, Handoff::acceptBy),
                Columns.texts(handoffs, h -> StoredJson.attempts(h.attempts())),
                Columns.utc(now),
                Columns.utc(asOf),
                Columns.longs(handoffs, h -> h.lateness().toMillis()),
                Columns.longs(handoffs, Handoff::revision),
                Columns.texts(handoffs, HandoffRows::cancelReason),
                Columns.texts(items, i -> String.join(",", i.briefing().missing()))));
    return unit.query(INSERT, values).chain(rows -> all(rows, handoffs.size()));
  }

  /**
   * Writes handoffs one revision further.
   *
   * @param asOf up to which all is decided about them now; an earlier instant takes nothing back
   */
  public Uni<Void> update(UnitOfWork unit, List<Handoff> handoffs, Instant asOf) {
    if (handoffs.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple values =
        Tuple.from(
            Arrays.asList(
                Columns.ids(handoffs, h -> h.plan().id()),
                Columns.texts(handoffs, h -> h.stage().status().name()),
                Columns.texts(handoffs, Handoff::to),
                Columns.instants(handoffs, Handoff::offeredAt),
                Columns.instants(handoffs, Handoff::acceptBy),
                Columns.instants(handoffs, h -> at(HandoffRows.taken(h))),
                Columns.instants(handoffs, h -> effectiveFrom(HandoffRows.taken(h))),
                Columns.texts(handoffs, h -> basis(HandoffRows.taken(h))),
                Columns.texts(handoffs, HandoffRows::cancelReason),
                Columns.texts(handoffs, h -> StoredJson.attempts(h.attempts())),
                Columns.instants(handoffs, Handoff::changedAt),
                Columns.longs(handoffs, Handoff::revision),
                Columns.utc(asOf),
                Columns.longs(handoffs, h -> h.lateness().toMillis()),
                Columns.texts(handoffs, HandoffRows::assignedBy),
                Columns.texts(handoffs, HandoffRows::actionsLeft)));
    return unit.query(UPDATE, values).chain(rows -> all(rows, handoffs.size()));
  }

  /** A statement that met fewer rows than it should met somebody else's work: undo ours. */
  private static Uni<Void> all(RowSet<Row> rows, int expected) {
    return rows.rowCount() == expected
        ? Uni.createFrom().voidItem()
        : Uni.createFrom()
            .failure(
                new IllegalStateException(
                    "wrote %d of %d handoffs".formatted(rows.rowCount(), expected)));
  }

  private static @Nullable Instant at(Stage.@Nullable Taken taken) {
    return taken == null ? null : taken.at();
  }

  private static @Nullable Instant effectiveFrom(Stage.@Nullable Taken taken) {
    return taken == null ? null : taken.effectiveFrom();
  }

  private static @Nullable String basis(Stage.@Nullable Taken taken) {
    return taken == null ? null : taken.basis().name();
  }

  /** How many handoffs these escalations have had at these shift changes. */
  public Uni<Map<Pair, Integer>> earlier(
      UnitOfWork unit, Collection<UUID> shiftChanges, Collection<UUID> escalations) {
    return unit.query(
            EARLIER, Tuple.of(shiftChanges.toArray(UUID[]::new), escalations.toArray(UUID[]::new)))
        .map(
            rows -> {
              Map<Pair, Integer> counts = new HashMap<>();
              rows.forEach(
                  row ->
                      counts.put(
                          new Pair(row.getUUID("shift_change_id"), row.getUUID("escalation_id")),
                          row.getInteger("finished")));
              return counts;
            });
  }

  /** A shift change and an escalation. */
  public record Pair(UUID shiftChange, UUID escalation) {}

  /** The handoffs with these ids, those that exist. */
  public Uni<List<HandoffWithSubject>> find(UnitOfWork unit, Collection<UUID> ids) {
    return items(unit, BY_ID, Tuple.of(ids.toArray(UUID[]::new)));
  }

  /** The offers whose deadline is at or before the instant, so many at most. */
  public Uni<List<HandoffWithSubject>> expired(UnitOfWork unit, Instant at, int limit) {
    return expired(unit, at, null, limit);
  }

  /** The same of these TAMs alone; null for all. */
  public Uni<List<HandoffWithSubject>> expired(
      UnitOfWork unit, Instant at, @Nullable Collection<String> tams, int limit) {
    String[] asked = tams == null ? null : tams.toArray(String[]::new);
    return items(unit, EXPIRED, Tuple.of(Columns.utc(at), asked, limit));
  }

  /** The handoffs of these escalations that are unfinished, or take effect after the instant. */
  public Uni<List<HandoffWithSubject>> cancellable(
      UnitOfWork unit, Collection<UUID> escalations, Instant at) {
    return items(unit, CANCELLABLE, Tuple.of(escalations.toArray(UUID[]::new), Columns.utc(at)));
  }

  private static Uni<List<HandoffWithSubject>> items(UnitOfWork unit, String sql, Tuple values) {
    return unit.query(sql, values).map(rows -> Columns.list(rows, HandoffRows::item));
  }

  /** The escalations of these handoffs, in id order. */
  public Uni<List<UUID>> escalationsOf(UnitOfWork unit, Collection<UUID> handoffs) {
    return ids(unit, ESCALATIONS, Tuple.of((Object) handoffs.toArray(UUID[]::new)));
  }

  private static Uni<List<UUID>> ids(UnitOfWork unit, String sql, Tuple values) {
    return unit.query(sql, values).map(rows -> Columns.list(rows, r -> r.getUUID(0)));
  }

  /** Locks escalations in the order of their ids. */
  public Uni<Void> lock(UnitOfWork unit, Collection<UUID> escalations) {
    return unit.query(LOCK_ESCALATIONS, Tuple.of(escalations.toArray(UUID[]::new)))
        .replaceWithVoid();
  }
}
