package io.meridian.handoff.ledger.store;

import io.meridian.events.Severity;
import io.meridian.handoff.duty.domain.stay.Home;
import io.meridian.handoff.ledger.domain.SpanLedger;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The replica of escalations. Its rows are what writers of ledgers and handoffs lock. */
@ApplicationScoped
public class EscalationStore {

  private static final String LOCK =
      "select * from escalation where id = any($1) order by id for update";
  private static final String LOCK_UNASSIGNED =
      "select * from escalation where unassigned order by id for update";
  private static final String AFFECTED =
      """
      select e.* from escalation e
      where e.closed_at is null and e.id in (
        select escalation_id from accountability where upper_inf(during) and travels and tam = any($1)
        union select a.escalation_id from unnest($5::text[], $6::text[]) as h (region, tam)
          join accountability a on upper_inf(a.during) and a.lives_in = h.region and a.tam = h.tam
        union select escalation_id from accountability where lower(during) >= $2
        union select escalation_id from gap where upper_inf(during)
        union select escalation_id from hold where upper(during) = $2)
        and e.id > $3
      order by e.id limit $4 for update
      """;

  /**
   * Of those at home where anything changed since, of those whose holds ended, and of those that
   * passed in advance: all else was written down when it was decided.
   */
  private static final String RESTFUL =
      """
      select e.* from escalation e
      where e.closed_at is null and e.id in (
        select a.escalation_id from unnest($3::text[], $4::text[]) as h (region, tam)
          join accountability a on upper_inf(a.during) and a.lives_in = h.region and a.tam = h.tam
        union select a.escalation_id from accountability a join hold on hold.escalation_id = a.escalation_id
          where upper_inf(a.during) and a.lives_in is not null and upper(hold.during) > $1 and upper(hold.during) <= $2
        union select escalation_id from accountability
          where upper_inf(during) and lives_in is not null and handoff_id is not null
            and lower(during) > $1 and lower(during) <= $2)
        and e.id > $5
      order by e.id limit $6 for update
      """;

  private static final String UNSERVED =
      "select * from escalation where unserved and closed_at is null and not unassigned"
          + " order by id limit $1 for update";

  private static final String AMONG = "select * from escalation where id = any($1) order by id";
  private static final String FIND =
      "select * from escalation where id = $1 or short_id = $2 order by opened_at desc limit 1";
  private static final Rows<EscalationRow> ROWS =
      Rows.<EscalationRow>as("r")
          .uuid("id", EscalationRow::id)
          .text("short_id", EscalationRow::shortId)
          .text("title", EscalationRow::title)
          .uuid("customer_id", EscalationRow::customerId)
          .text("severity", row -> row.severity().name())
          .text("status", EscalationRow::status)
          .text("joined_tags", row -> String.join("\u001f", row.tags()))
          .instant("opened_at", EscalationRow::openedAt)
          .instant("closed_at", EscalationRow::closedAt)
          .number("revision", EscalationRow::revision)
          .number("ledger_revision", EscalationRow::ledgerRevision)
          .flag("unassigned", EscalationRow::unassigned)
          .instant("acknowledge_by", EscalationRow::acknowledgeBy)
          .text("service_hours", row -> row.serviceHours().name())
          .text("home_region", EscalationRow::homeRegion)
          .flag("unserved", EscalationRow::unserved);
  private static final Rows<SpanLedger> LEDGERS =
      Rows.<SpanLedger>as("r")
          .uuid("id", ledger -> ledger.escalation().id())
          .number("revision", SpanLedger::revision);

  private static final String UPSERT =
      """
      insert into escalation as e (id, short_id, title, customer_id, severity, status, tags, opened_at, closed_at,
                                   revision, ledger_revision, unassigned, acknowledge_by, service_hours, home_region,
                                   unserved)
      select id, short_id, title, customer_id, severity, status, string_to_array(joined_tags, e'\\x1f'), opened_at,
             closed_at, revision, ledger_revision, unassigned, acknowledge_by, service_hours, home_region, unserved
      from %s
      on conflict (id) do update set
        short_id = excluded.short_id, title = excluded.title, customer_id = excluded.customer_id,
        severity = excluded.severity, status = excluded.status, tags = excluded.tags,
        opened_at = excluded.opened_at, closed_at = excluded.closed_at, revision = excluded.revision,
        ledger_revision = excluded.ledger_revision, unassigned = excluded.unassigned,
        acknowledge_by = excluded.acknowledge_by, service_hours = excluded.service_hours,
        home_region = excluded.home_region, unserved = excluded.unserved
      where e.revision <= excluded.revision
      """
          .formatted(ROWS.unnest());
  private static final String REVISIONS =
      "update escalation e set ledger_revision = r.revision from %s where e.id = r.id"
          .formatted(LEDGERS.unnest());

  private static final String TAKE_OVERDUE =
      """
      with due as (
        select id, acknowledge_by from escalation where acknowledge_by <= $1 and not unassigned
        order by id limit $3 for update
      ), taken as (
        update escalation e set acknowledge_by = null from due where e.id = due.id
      )
      select e.id, e.short_id, e.severity, due.acknowledge_by as due, a.tam, a.region
      from due join escalation e on e.id = due.id
      join accountability a on a.escalation_id = e.id and a.during @> $2::timestamptz
      order by e.id
      """;

  /** An escalation that nobody acknowledged by {@code due}, and who is accountable for it. */
  public record Unacknowledged(
      UUID id, String shortId, Severity severity, Instant due, String tam, String region) {}

  /** Locks the escalations that the replica knows, in id order. */
  public Uni<Map<UUID, EscalationRow>> lock(UnitOfWork unit, Collection<UUID> ids) {
    return unit.query(LOCK, Tuple.of(ids.toArray(UUID[]::new))).map(EscalationStore::byId);
  }

  /** Locks the escalations for which nobody could be made accountable. */
  public Uni<Map<UUID, EscalationRow>> lockUnassigned(UnitOfWork unit) {
    return unit.query(LOCK_UNASSIGNED).map(EscalationStore::byId);
  }

  /**
   * Locks the open escalations whose attendance may change at an instant: of the TAMs and homes
   * named, with an open gap, with a hold that ends then, or with accountability that begins then or
   * later. In id order after one, so many at most.
   *
   * @param tams of whom all that follows the sun is concerned
   * @param homes all that is there is concerned
   */
  public Uni<SequencedMap<UUID, EscalationRow>> lockAffected(
      UnitOfWork unit,
      Collection<String> tams,
      Collection<Home> homes,
      Instant at,
      UUID after,
      int limit) {
    return unit.query(
            AFFECTED,
            Tuple.of(
                tams.toArray(String[]::new),
                Columns.utc(at),
                after,
                limit,
                homes.stream().map(Home::region).toArray(String[]::new),
                homes.stream().map(Home::tam).toArray(String[]::new)))
        .map(EscalationStore::byId);
  }

  /**
   * Locks the open escalations whose rests may have changed during {@code (from, to]}, in id order
   * after one, so many at most.
   *
   * @param homes all that is there is concerned
   */
  public Uni<SequencedMap<UUID, EscalationRow>> lockRestful(
      UnitOfWork unit, Collection<Home> homes, Instant from, Instant to, UUID after, int limit) {
    return unit.query(
            RESTFUL,
            Tuple.of(
                Columns.utc(from),
                Columns.utc(to),
                homes.stream().map(Home::region).toArray(String[]::new),
                homes.stream().map(Home::tam).toArray(String[]::new),
                after,
                limit))
        .map(EscalationStore::byId);
  }

  /** Locks some of those whose ledgers do not say yet whether they follow the sun, in id order. */
  public Uni<SequencedMap<UUID, EscalationRow>> lockUnserved(UnitOfWork unit, int limit) {
    return unit.query(UNSERVED, Tuple.of(limit)).map(EscalationStore::byId);
  }

  /** By id or by short id. */
  public Uni<Optional<EscalationRow>> find(UnitOfWork unit, String idOrShortId) {
    return unit.query(FIND, Tuple.of(uuidOrNull(idOrShortId), idOrShortId))
        .map(rows -> byId(rows).values().stream().findFirst());
  }

  /** Those of these ids that are known, by id. */
  public Uni<SequencedMap<UUID, EscalationRow>> find(UnitOfWork unit, Collection<UUID> ids) {
    return unit.query(AMONG, Tuple.of(Columns.ids(List.copyOf(ids), id -> id)))
        .map(EscalationStore::byId);
  }

  /** Writes what is not older than the replica. */
  public Uni<Void> upsert(UnitOfWork unit, Collection<EscalationRow> unordered) {
    List<EscalationRow> rows =
        unordered.stream().sorted(Comparator.comparing(EscalationRow::id)).toList();
    return unit.query(UPSERT, ROWS.tuple(rows)).replaceWithVoid();
  }

  /** Writes how many accountability events these ledgers have had. */
  public Uni<Void> updateRevisions(UnitOfWork unit, Collection<SpanLedger> ledgers) {
    return unit.query(REVISIONS, LEDGERS.tuple(ledgers)).replaceWithVoid();
  }

  /**
   * Takes the escalations that nobody has acknowledged by an instant, in id order, so many at most,
   * and waits for it no longer: each is answered once.
   *
   * @param now whoever is accountable at that instant is told of
   */
  public Uni<List<Unacknowledged>> takeOverdue(
      UnitOfWork unit, Instant at, Instant now, int limit) {
    return unit.query(TAKE_OVERDUE, Tuple.of(Columns.utc(at), Columns.utc(now), limit))
        .map(rows -> Columns.list(rows, EscalationStore::unacknowledged));
  }

  private static Unacknowledged unacknowledged(Row row) {
    return new Unacknowledged(
        row.getUUID("id"),
        row.getString("short_id"),
        Severity.valueOf(row.getString("severity")),
        Columns.instant(row, "due"),
        row.getString("tam"),
        row.getString("region"));
  }

  private static SequencedMap<UUID, EscalationRow> byId(RowSet<Row> rows) {
    SequencedMap<UUID, EscalationRow> found = new LinkedHashMap<>();
    rows.forEach(row -> found.put(row.getUUID("id"), EscalationRow.of(row)));
    return found;
  }

  private static @Nullable UUID uuidOrNull(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
