package io.meridian.handoff.ledger.store;

import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.domain.Escalation;
import io.meridian.handoff.ledger.domain.Hold;
import io.meridian.handoff.ledger.domain.Regime;
import io.meridian.handoff.ledger.domain.SpanLedger;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what changed in accountability and holds, set-wise. */
@ApplicationScoped
public class AccountabilityStore {

  /** Something of an escalation's ledger. */
  private record Of<T>(Escalation escalation, Regime regime, T item) {}

  private static final Rows<Of<Accountability>> INTERVALS =
      Rows.<Of<Accountability>>as("r")
          .uuid("id", row -> row.escalation().id())
          .instant("starts", row -> row.item().start())
          .instant("ends", row -> row.item().end())
          .instant("opened_at", row -> row.escalation().openedAt())
          .text("tam", row -> row.item().tam())
          .text("region", row -> row.item().region())
          .text("basis", row -> row.item().basis().name())
          .uuid("handoff_id", row -> row.item().handoffId())
          .text("reason", row -> row.item().reason())
          .text("decided_by", row -> row.item().decidedBy())
          .flag("travels", row -> row.regime().travels())
          .text("lives_in", row -> row.regime().livesIn());
  private static final Rows<Of<Accountability>> PLACES =
      Rows.<Of<Accountability>>as("r")
          .uuid("id", row -> row.escalation().id())
          .instant("starts", row -> row.item().start())
          .instant("ends", row -> row.item().end());
  private static final Rows<Of<Hold>> HOLDS =
      Rows.<Of<Hold>>as("r")
          .uuid("id", row -> row.escalation().id())
          .text("tam", row -> row.item().tam())
          .instant("starts", row -> row.item().start())
          .instant("ends", row -> row.item().end());
  private static final Rows<Of<Instant>> CLOSINGS =
      Rows.<Of<Instant>>as("r").uuid("id", row -> row.escalation().id()).instant("at", Of::item);

  private static final String DELETE =
      """
      delete from accountability a using %s
      where a.escalation_id = r.id and a.during @> r.starts
      """
          .formatted(PLACES.unnest());
  private static final String CUT =
      """
      update accountability a set during = tstzrange(r.starts, r.ends)
      from %s
      where a.escalation_id = r.id and a.during @> r.starts
      """
          .formatted(PLACES.unnest());
  private static final String INSERT =
      """
      insert into accountability (escalation_id, during, opened_at, tam, region, basis, handoff_id, reason, decided_by,
        travels, lives_in)
      select id, tstzrange(starts, ends), opened_at, tam, region, basis, handoff_id, reason, decided_by, travels,
        lives_in from %s
      """
          .formatted(INTERVALS.unnest());
  private static final String HOLD =
      "insert into hold (escalation_id, tam, during) select id, tam, tstzrange(starts, ends) from %s"
          .formatted(HOLDS.unnest());
  private static final String END_HOLDS =
      """
      with closed as (select * from %s),
      gone as (delete from hold h using closed r where h.escalation_id = r.id and lower(h.during) >= r.at)
      update hold h set during = tstzrange(lower(h.during), r.at) from closed r
      where h.escalation_id = r.id and h.during @> r.at and lower(h.during) < r.at
      """
          .formatted(CLOSINGS.unnest());

  /** What was decided at its start or later was in effect when it was told. */
  private static final String BEGINNING =
      """
      select a.escalation_id, a.tam, a.region, lower(a.during) as starts, upper(a.during) as ends, a.basis,
        a.handoff_id, a.reason, a.decided_by, e.short_id, e.customer_id, e.severity, a.opened_at, e.ledger_revision, h.from_tam,
        (select max(upper(held.during)) from hold held
          where held.escalation_id = a.escalation_id and held.tam = a.tam and held.during @> $1::timestamptz) as held_until
      from accountability a
      join handoff h on h.id = a.handoff_id
      join escalation e on e.id = a.escalation_id
      where lower(a.during) = $1 and h.accepted_at < $1 and a.escalation_id > $2
      order by a.escalation_id limit $3
      """;

  /**
   * Accountability that begins at an instant, as was decided before.
   *
   * @param from who was accountable until then
   * @param holdUntil until when the new one counts as attending although off duty, or null
   */
  public record Beginning(
      Escalation escalation, Accountability interval, String from, @Nullable Instant holdUntil) {}

  /**
   * What begins at an instant and was decided before, by escalation id.
   *
   * @param after only escalations after this one
   */
  public Uni<List<Beginning>> beginning(UnitOfWork unit, Instant at, UUID after, int limit) {
    return unit.query(BEGINNING, Tuple.of(Columns.utc(at), after, limit))
        .map(rows -> Columns.list(rows, AccountabilityStore::beginning));
  }

  private static Beginning beginning(Row row) {
    return new Beginning(
        GapStore.escalation(row),
        SpanStore.accountability(row),
        row.getString("from_tam"),
        Columns.instantOrNull(row, "held_until"));
  }

  /** Brings the stored intervals and holds to what the ledgers say now. */
  public Uni<Void> write(UnitOfWork unit, Collection<SpanLedger> ledgers) {
    var removed = all(ledgers, SpanLedger::removed);
    var cut = all(ledgers, SpanLedger::cut);
    var added = all(ledgers, SpanLedger::added);
    var declared = all(ledgers, SpanLedger::declared);
    var closed = all(ledgers, ledger -> ledger.closedAt().stream().toList());
    return unlessEmpty(unit, DELETE, PLACES, removed)
        .chain(() -> unlessEmpty(unit, CUT, PLACES, cut))
        .chain(() -> unlessEmpty(unit, INSERT, INTERVALS, added))
        .chain(() -> unlessEmpty(unit, HOLD, HOLDS, declared))
        .chain(() -> unlessEmpty(unit, END_HOLDS, CLOSINGS, closed));
  }

  private static <T> Uni<Void> unlessEmpty(
      UnitOfWork unit, String statement, Rows<T> columns, List<T> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : unit.query(statement, columns.tuple(rows)).replaceWithVoid();
  }

  private static <T> List<Of<T>> all(
      Collection<SpanLedger> ledgers, Function<SpanLedger, List<T>> part) {
    return ledgers.stream().flatMap(ledger -> of(ledger, part.apply(ledger))).toList();
  }

  private static <T> Stream<Of<T>> of(SpanLedger ledger, List<T> items) {
    return items.stream().map(item -> new Of<>(ledger.escalation(), ledger.regime(), item));
  }
}
