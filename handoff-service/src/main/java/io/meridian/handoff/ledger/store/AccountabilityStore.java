package io.meridian.handoff.ledger.store;

import static io.meridian.runtime.sql.Columns.ids;
import static io.meridian.runtime.sql.Columns.instants;
import static io.meridian.runtime.sql.Columns.texts;

import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.domain.Escalation;
import io.meridian.handoff.ledger.domain.Hold;
import io.meridian.handoff.ledger.domain.SpanLedger;
import io.meridian.runtime.sql.Columns;
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

  private static final String DELETE =
      """
      delete from accountability a using unnest($1::uuid[], $2::timestamptz[]) as r (id, starts)
      where a.escalation_id = r.id and a.during @> r.starts
      """;
  private static final String CUT =
      """
      update accountability a set during = tstzrange(r.starts, r.ends)
      from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as r (id, starts, ends)
      where a.escalation_id = r.id and a.during @> r.starts
      """;
  private static final String INSERT =
      """
      insert into accountability (escalation_id, during, opened_at, tam, region, basis, handoff_id, reason)
      select id, tstzrange(starts, ends), opened_at, tam, region, basis, handoff_id, reason
      from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::text[],
                  $7::text[], $8::uuid[], $9::text[])
        as r (id, starts, ends, opened_at, tam, region, basis, handoff_id, reason)
      """;
  private static final String HOLD =
      """
      insert into hold (escalation_id, tam, during)
      select id, tam, tstzrange(starts, ends)
      from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[]) as r (id, tam, starts, ends)
      """;

  private static final String END_HOLDS =
      """
      with closed as (select * from unnest($1::uuid[], $2::timestamptz[]) as r (id, at)),
      gone as (delete from hold h using closed r where h.escalation_id = r.id and lower(h.during) >= r.at)
      update hold h set during = tstzrange(lower(h.during), r.at) from closed r
      where h.escalation_id = r.id and h.during @> r.at and lower(h.during) < r.at
      """;

  /** What was decided at its start or later was in effect when it was told. */
  private static final String BEGINNING =
      """
      select a.escalation_id, a.tam, a.region, lower(a.during) as starts, upper(a.during) as ends, a.basis,
        a.handoff_id, a.reason, e.short_id, e.customer_id, e.severity, a.opened_at, e.ledger_revision, h.from_tam,
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

  /** Something of an escalation's ledger. */
  private record Of<T>(Escalation escalation, T item) {}

  /** Brings the stored intervals and holds to what the ledgers say now. */
  public Uni<Void> write(UnitOfWork unit, Collection<SpanLedger> ledgers) {
    var removed = all(ledgers, SpanLedger::removed);
    var cut = all(ledgers, SpanLedger::cut);
    var added = all(ledgers, SpanLedger::added);
    var declared = all(ledgers, SpanLedger::declared);
    var closed = all(ledgers, ledger -> ledger.closedAt().stream().toList());
    return unlessEmpty(unit, DELETE, removed, keys(removed))
        .chain(() -> unlessEmpty(unit, CUT, cut, keys(cut).addValue(ends(cut))))
        .chain(() -> unlessEmpty(unit, INSERT, added, columns(added)))
        .chain(() -> unlessEmpty(unit, HOLD, declared, holds(declared)))
        .chain(() -> unlessEmpty(unit, END_HOLDS, closed, closings(closed)));
  }

  private static Uni<Void> unlessEmpty(
      UnitOfWork unit, String statement, Collection<?> rows, Tuple columns) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : unit.query(statement, columns).replaceWithVoid();
  }

  private static <T> List<Of<T>> all(
      Collection<SpanLedger> ledgers, Function<SpanLedger, List<T>> part) {
    return ledgers.stream().flatMap(ledger -> of(ledger.escalation(), part.apply(ledger))).toList();
  }

  private static <T> Stream<Of<T>> of(Escalation escalation, List<T> items) {
    return items.stream().map(item -> new Of<>(escalation, item));
  }

  private static Tuple keys(List<Of<Accountability>> rows) {
    return Tuple.tuple()
        .addValue(ids(rows, row -> row.escalation().id()))
        .addValue(instants(rows, row -> row.item().start()));
  }

  private static Tuple closings(List<Of<Instant>> rows) {
    return Tuple.of(ids(rows, row -> row.escalation().id()), instants(rows, Of::item));
  }

  private static Object ends(List<Of<Accountability>> rows) {
    return instants(rows, row -> row.item().end());
  }

  private static Tuple columns(List<Of<Accountability>> rows) {
    return keys(rows)
        .addValue(ends(rows))
        .addValue(instants(rows, row -> row.escalation().openedAt()))
        .addValue(texts(rows, row -> row.item().tam()))
        .addValue(texts(rows, row -> row.item().region()))
        .addValue(texts(rows, row -> row.item().basis().name()))
        .addValue(ids(rows, row -> row.item().handoffId()))
        .addValue(texts(rows, row -> row.item().reason()));
  }

  private static Tuple holds(List<Of<Hold>> rows) {
    return Tuple.of(
        ids(rows, row -> row.escalation().id()),
        texts(rows, row -> row.item().tam()),
        instants(rows, row -> row.item().start()),
        instants(rows, row -> row.item().end()));
  }
}
