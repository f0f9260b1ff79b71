package io.meridian.handoff.overview.store;

import io.meridian.events.EscalationStatus;
import io.meridian.events.Severity;
import io.meridian.handoff.overview.domain.Held;
import io.meridian.handoff.overview.domain.QuestionLine;
import io.meridian.handoff.watch.domain.Note;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What somebody holds, what they were asked and answered, and what is left for them to know. */
@ApplicationScoped
public class OverviewStore {

  /** What was accepted in advance takes effect within this time of its boundary. */
  private static final Duration ADVANCE = Duration.ofDays(1);

  /** Also what another has accepted and gets later: until then it is theirs. */
  private static final String HELD =
      """
      select e.id, e.short_id, e.title, e.severity, e.status, k.id as customer, k.name as customer_name,
             lower(a.during) as starts, upper(a.during) as ends
      from (select escalation_id from accountability where tam = $1 and upper_inf(during)
            union
            select escalation_id from handoff where from_tam = $1 and boundary >= $3
              and status in ('ACCEPTED', 'ASSIGNED_BY_LEAD') and effective_from > $2) candidate
      join accountability a on a.escalation_id = candidate.escalation_id and a.during @> $2::timestamptz
      join escalation e on e.id = a.escalation_id
      left join customer k on k.id = e.customer_id
      where a.tam = $1 and e.closed_at is null
      order by e.status = 'RESOLVED', e.severity, e.opened_at, e.id limit $4
      """;

  /** Of questions that anybody may still want: of handoffs from that instant on. */
  private static final String QUESTIONS =
      """
      select q.handoff_id, q.number, q.asked_by, q.question, q.asked_at, q.answered_by, q.answer,
             q.answered_at, o.from_tam, e.id as escalation, e.short_id, e.severity, e.title
      from (select id from handoff where from_tam = $1 and boundary >= $2
            union select id from handoff where to_tam = $1 and boundary >= $2) mine
      join handoff o on o.id = mine.id
      join handoff_query q on q.handoff_id = o.id
      join escalation e on e.id = o.escalation_id
      where o.status <> 'CANCELLED'
        and (o.from_tam = $1 and q.answer is null or q.asked_by = $1 and q.answer is not null)
      order by e.severity, q.asked_at, q.handoff_id, q.number limit $3
      """;

  private static final String NOTES =
      "select * from shift_change_note where shift_change_id = any($1)";

  /** What a TAM is accountable for at an instant: what is not resolved first, then the gravest. */
  public Uni<List<Held>> held(UnitOfWork unit, String tam, Instant at, int limit) {
    return unit.query(HELD, Tuple.of(tam, Columns.utc(at), Columns.utc(at.minus(ADVANCE)), limit))
        .map(rows -> Columns.list(rows, OverviewStore::held));
  }

  /**
   * The questions that wait for a TAM, and the answers to theirs, about handoffs whose boundary is
   * at or after an instant.
   */
  public Uni<List<QuestionLine>> questions(UnitOfWork unit, String tam, Instant since, int limit) {
    return unit.query(QUESTIONS, Tuple.of(tam, Columns.utc(since), limit))
        .map(rows -> Columns.list(rows, OverviewStore::question));
  }

  /** What was said to the incoming crews of these shift changes, as far as anything was. */
  public Uni<List<Note>> notes(UnitOfWork unit, Collection<UUID> shiftChanges) {
    return shiftChanges.isEmpty()
        ? Uni.createFrom().item(List.of())
        : unit.query(NOTES, Tuple.of((Object) shiftChanges.toArray(UUID[]::new)))
            .map(rows -> Columns.list(rows, OverviewStore::note));
  }

  private static Held held(Row row) {
    return new Held(
        row.getUUID("id"),
        row.getString("short_id"),
        row.getString("title"),
        Severity.valueOf(row.getString("severity")),
        EscalationStatus.valueOf(row.getString("status")),
        row.getUUID("customer"),
        row.getString("customer_name"),
        Columns.instant(row, "starts"),
        Columns.instantOrNull(row, "ends"));
  }

  private static QuestionLine question(Row row) {
    return new QuestionLine(
        row.getUUID("handoff_id"),
        row.getInteger("number"),
        row.getUUID("escalation"),
        row.getString("short_id"),
        Severity.valueOf(row.getString("severity")),
        row.getString("title"),
        row.getString("asked_by"),
        row.getString("question"),
        Columns.instant(row, "asked_at"),
        row.getString("from_tam"),
        row.getString("answer"),
        Columns.instantOrNull(row, "answered_at"));
  }

  private static Note note(Row row) {
    return new Note(
        row.getUUID("shift_change_id"),
        row.getString("text"),
        row.getString("written_by"),
        Columns.instant(row, "written_at"),
        row.getLong("version"));
  }
}
