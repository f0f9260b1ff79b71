package io.meridian.handoff.handoff.store.evidence;

import io.meridian.audit.domain.Hash;
import io.meridian.audit.domain.Head;
import io.meridian.handoff.handoff.domain.evidence.Evidence;
import io.meridian.handoff.handoff.domain.evidence.Evidence.Seal;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Evidence: the database writes it when a handoff ends; here it is read and sealed. */
@ApplicationScoped
public class EvidenceStore {
  private static final String SELECT =
      """
      select e.id, e.handoff_id, e.revision, e.recorded_at, e.entry, s.position, s.previous, s.hash,
        b.hash as before
      """;
  private static final String OF_HANDOFF =
      SELECT
          + """
          from evidence e left join evidence_seal s on s.evidence_id = e.id
          left join evidence_seal b on b.position = s.position - 1
          where e.handoff_id = $1 order by e.revision
          """;
  private static final String CHAIN =
      """
      select s.evidence_id as id, e.handoff_id, e.revision, e.recorded_at, e.entry, s.position,
        s.previous, s.hash, null::bytea as before
      from evidence_seal s left join evidence e on e.id = s.evidence_id
      where s.position > $1 order by s.position limit $2
      """;
  private static final String UNSEALED =
      SELECT
          + """
          from evidence_unsealed u join evidence e on e.id = u.evidence_id
          left join evidence_seal s on s.evidence_id = e.id
          left join evidence_seal b on b.position = s.position - 1
          where s.position is null order by e.id limit $1
          """;
  private static final String AT = "select position, hash from evidence_seal where position = $1";
  private static final String HEAD =
      "select position, hash from evidence_seal order by position desc limit 1";
  private static final String ROOT =
      """
      select s.position, s.hash from chain_retention r
        join evidence_seal s on s.position = r.root where r.chain = 'evidence'
      """;
  private static final String FORGET = "select evidence_forget($1)";
  private static final Rows<NewLink> LINK =
      Rows.<NewLink>as("l")
          .number("position", NewLink::position)
          .number("evidence_id", NewLink::evidence)
          .bytes("previous", link -> link.previous().bytes())
          .bytes("hash", link -> link.hash().bytes());
  private static final String SEAL =
      "insert into evidence_seal (%s) select * from %s".formatted(LINK.names(), LINK.unnest());
  private static final String SEALED = "delete from evidence_unsealed where evidence_id = any($1)";
  private static final String WITHOUT =
      """
      select count(*) from handoff h where h.status in ('ACCEPTED', 'ASSIGNED_BY_LEAD', 'CANCELLED')
        and not exists (select 1 from evidence e
          where e.handoff_id = h.id and e.revision = h.revision)
        and h.changed_at >= (select forgotten_before from chain_retention where chain = 'evidence')
      """;

  private static final UUID NOBODY = new UUID(0, 0);

  /** A new link. */
  public record NewLink(long position, long evidence, Hash previous, Hash hash) {}

  /** What is recorded of a handoff, by revision. */
  public Uni<List<Evidence>> of(UnitOfWork unit, UUID handoff) {
    return list(unit.query(OF_HANDOFF, Tuple.of(handoff)));
  }

  /** Sealed evidence by position. What was deleted has an empty entry. */
  public Uni<List<Evidence>> chain(UnitOfWork unit, long after, int limit) {
    return list(unit.query(CHAIN, Tuple.of(after, limit)));
  }

  /** What is to be sealed, in the order in which it was written. */
  public Uni<List<Evidence>> unsealed(UnitOfWork unit, int limit) {
    return list(unit.query(UNSEALED, Tuple.of(limit)));
  }

  /** The last link. */
  public Uni<Head> head(UnitOfWork unit) {
    return unit.query(HEAD).map(EvidenceStore::head);
  }

  /** The link at a position; {@link Head#NONE} when there is none. */
  public Uni<Head> at(UnitOfWork unit, long position) {
    return unit.query(AT, Tuple.of(position)).map(EvidenceStore::head);
  }

  /** The last link that was forgotten; {@link Head#NONE} when none was. */
  public Uni<Head> root(UnitOfWork unit) {
    return unit.query(ROOT).map(EvidenceStore::head);
  }

  /** Forgets some of the months that are over their time, up to a case that is open; how many. */
  public Uni<Long> forget(UnitOfWork unit, Instant now) {
    return unit.query(FORGET, Tuple.of(Columns.utc(now)))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  private static Head head(RowSet<Row> rows) {
    if (rows.size() == 0) {
      return Head.NONE;
    }
    Row row = rows.iterator().next();
    return new Head(row.getLong("position"), hash(row, "hash"));
  }

  /** Adds links. */
  public Uni<Void> seal(UnitOfWork unit, List<NewLink> links) {
    if (links.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Long[] ids = links.stream().map(NewLink::evidence).toArray(Long[]::new);
    return unit.query(SEAL, LINK.tuple(links))
        .chain(() -> unit.query(SEALED, Tuple.of((Object) ids)))
        .replaceWithVoid();
  }

  /** How many finished handoffs have no evidence of their last change that should still be kept. */
  public Uni<Long> without(UnitOfWork unit) {
    return unit.query(WITHOUT).map(rows -> rows.iterator().next().getLong(0));
  }

  private static Uni<List<Evidence>> list(Uni<RowSet<Row>> rows) {
    return rows.map(all -> Columns.list(all, EvidenceStore::read));
  }

  private static Evidence read(Row row) {
    String entry = row.getString("entry");
    return new Evidence(
        row.getLong("id"),
        entry == null ? NOBODY : row.getUUID("handoff_id"),
        entry == null ? 0 : row.getLong("revision"),
        entry == null ? Instant.EPOCH : Columns.instant(row, "recorded_at"),
        entry == null ? "" : entry,
        seal(row));
  }

  private static @Nullable Seal seal(Row row) {
    Long position = row.getLong("position");
    if (position == null) {
      return null;
    }
    boolean first = position == 1;
    Hash before = row.getBuffer("before") == null ? null : hash(row, "before");
    return new Seal(position, hash(row, "previous"), hash(row, "hash"), first ? Hash.NONE : before);
  }

  private static Hash hash(Row row, String column) {
    return Hash.of(row.getBuffer(column).getBytes());
  }
}
