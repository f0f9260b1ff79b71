package io.meridian.handoff.handoff.store;

import io.meridian.handoff.handoff.domain.Handoff;
import io.meridian.handoff.handoff.domain.Stage;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Handoffs, in sets: a shift change writes all of its own with one statement. */
@ApplicationScoped
public class HandoffStore {
  private static final Rows<HandoffWithSubject> NEW =
      Rows.<HandoffWithSubject>as("n")
          .uuid("id", i -> i.handoff().plan().id())
          .uuid("shift_change_id", i -> i.handoff().plan().shiftChangeId())
          .uuid("escalation_id", i -> i.handoff().plan().escalationId())
          .text("from_tam", i -> i.handoff().plan().from())
          .text("to_tam", i -> i.handoff().to())
          .text("status", i -> i.handoff().stage().status().name())
          .instant("offered_at", i -> i.handoff().offeredAt())
          .instant("accept_by", i -> i.handoff().acceptBy())
          .text("attempts", i -> StoredJson.attempts(i.handoff().attempts()))
          .number("lateness_ms", i -> i.handoff().lateness().toMillis())
          .number("revision", i -> i.handoff().revision())
          .text("cancel_reason", i -> HandoffRows.cancelReason(i.handoff()))
          .text("briefing_missing", i -> String.join(",", i.briefing().missing()));
  private static final Rows<Handoff> CHANGED =
      Rows.<Handoff>as("n")
          .uuid("id", h -> h.plan().id())
          .text("status", h -> h.stage().status().name())
          .text("to_tam", Handoff::to)
          .instant("offered_at", Handoff::offeredAt)
          .instant("accept_by", Handoff::acceptBy)
          .instant("accepted_at", h -> at(HandoffRows.taken(h)))
          .instant("effective_from", h -> effectiveFrom(HandoffRows.taken(h)))
          .text("basis", h -> basis(HandoffRows.taken(h)))
          .text("cancel_reason", HandoffRows::cancelReason)
          .text("attempts", h -> StoredJson.attempts(h.attempts()))
          .instant("changed_at", Handoff::changedAt)
          .number("revision", Handoff::revision)
          .number("lateness_ms", h -> h.lateness().toMillis())
          .text("assigned_by", HandoffRows::assignedBy)
          .text("actions_left", HandoffRows::actionsLeft);

  /** After the rows: when they are created, and as of which instant all is decided. */
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
        %s, %s, %s, n.revision, n.cancel_reason, n.briefing_missing
      from %s
      join escalation e on e.id = n.escalation_id
      join shift_change c on c.id = n.shift_change_id
      left join customer k on k.id = e.customer_id
      """
          .formatted(NEW.after(1), NEW.after(1), NEW.after(2), NEW.unnest());

  private static final String UPDATE =
      """
      update handoff h set status = n.status, to_tam = n.to_tam, offered_at = n.offered_at,
        accept_by = n.accept_by, accepted_at = coalesce(n.accepted_at, h.accepted_at),
        effective_from = coalesce(n.effective_from, h.effective_from),
        basis = coalesce(n.basis, h.basis), cancel_reason = n.cancel_reason,
        assigned_by = coalesce(n.assigned_by, h.assigned_by),
        actions_left = coalesce(n.actions_left, h.actions_left),
        attempts = n.attempts, lateness_ms = n.lateness_ms, changed_at = n.changed_at,
        as_of = greatest(h.as_of, %s), revision = n.revision
      from %s
      where h.id = n.id and h.revision = n.revision - 1
      """
          .formatted(CHANGED.after(1), CHANGED.unnest());
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
    return unit.query(INSERT, NEW.tuple(items, Columns.utc(now), Columns.utc(asOf)))
        .chain(rows -> all(rows, items.size()));
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
    return unit.query(UPDATE, CHANGED.tuple(handoffs, Columns.utc(asOf)))
        .chain(rows -> all(rows, handoffs.size()));
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
