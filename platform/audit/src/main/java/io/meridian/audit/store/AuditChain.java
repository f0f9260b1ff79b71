package io.meridian.audit.store;

import io.meridian.audit.chain.SealedChain;
import io.meridian.audit.domain.Hash;
import io.meridian.audit.domain.Head;
import io.meridian.audit.domain.Link;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The chain of the audit log. A link is a block: all entries of the transactions between two
 * numbers, none of which runs any more. Its bytes are where it begins and ends, how many entries it
 * has, and the hash of each in their order.
 */
@ApplicationScoped
class AuditChain implements SealedChain {
  private static final int ENTRIES_MAX = 5_000;

  /**
   * All that an entry says, as one JSON array: the same text wherever it is asked for. What came
   * later is in it where it says something, so that the hashes of older entries hold.
   */
  private static final String TEXT =
      """
      (jsonb_build_array(e.txid, e.id,
        to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.actor_kind, e.actor,
        e.roles, e.what, e.object_kind, e.object_id, encode(e.before, 'hex'),
        encode(e.after, 'hex'), e.reason, e.trace)
        || case when e.token is null then '[]'::jsonb else jsonb_build_array(e.token) end)::text\
      """;

  private static final String BYTES =
      """
      convert_to(format('%%s %%s %%s ', %s, %s, count(*)), 'UTF8')
        || coalesce(string_agg(sha256(convert_to(%s, 'UTF8')), ''::bytea
                               order by e.txid, e.id), ''::bytea)\
      """;

  /** Whole transactions only, and only where none before the last one can still write. */
  private static final String UNSEALED =
      """
      with e as materialized (
        select * from audit_entry
         where txid >= $1 and txid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
         order by txid fetch first %d rows with ties)
      select max(e.txid) + 1 as until, count(*) as entries, %s as bytes from e
      """
          .formatted(ENTRIES_MAX, BYTES.formatted("$1::bigint", "max(e.txid) + 1", TEXT));

  private static final String LINKS =
      """
      with seal as (
        select position, until, previous, hash, lag(until) over (order by position) as since
          from audit_seal where position >= $1 order by position limit $2)
      select s.position, s.previous, s.hash, block.bytes from seal s
       cross join lateral (
         select %s as bytes from audit_entry e
          where e.txid >= coalesce(s.since, 0) and e.txid < s.until) block
       where s.position > $1 order by s.position
      """
          .formatted(BYTES.formatted("coalesce(s.since, 0)", "s.until", TEXT));

  private static final String HEAD =
      "select position, until, hash from audit_seal order by position desc limit 1";
  private static final String AT =
      "select position, until, hash from audit_seal where position = $1";
  private static final String ROOT =
      """
      select s.position, s.until, s.hash from chain_retention r
        join audit_seal s on s.position = r.root where r.chain = 'audit'
      """;
  private static final String FORGET = "select audit_forget($1)";
  private static final String SEAL =
      "insert into audit_seal (position, until, previous, hash) values ($1, $2, $3, $4)";

  private record Last(Head head, long until) {}

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public int linksMax() {
    return 1_000;
  }

  @Override
  public Uni<Integer> seal(UnitOfWork unit) {
    return unit.query(HEAD)
        .map(AuditChain::last)
        .chain(
            last ->
                unit.query(UNSEALED, Tuple.of(last.until()))
                    .map(rows -> rows.iterator().next())
                    .chain(block -> seal(unit, last, block)));
  }

  private static Uni<Integer> seal(UnitOfWork unit, Last last, Row block) {
    int entries = Math.toIntExact(block.getLong("entries"));
    if (entries == 0) {
      return Uni.createFrom().item(0);
    }
    Hash previous = last.head().hash();
    Hash hash = previous.next(block.getBuffer("bytes").getBytes());
    return unit.query(
            SEAL,
            Tuple.of(
                last.head().position() + 1,
                block.getLong("until"),
                Buffer.buffer(previous.bytes()),
                Buffer.buffer(hash.bytes())))
        .replaceWith(entries);
  }

  @Override
  public Uni<Head> head(UnitOfWork unit) {
    return unit.query(HEAD).map(rows -> last(rows).head());
  }

  @Override
  public Uni<Head> at(UnitOfWork unit, long position) {
    return unit.query(AT, Tuple.of(position)).map(rows -> last(rows).head());
  }

  @Override
  public Uni<Head> root(UnitOfWork unit) {
    return unit.query(ROOT).map(rows -> last(rows).head());
  }

  @Override
  public Uni<Long> forget(UnitOfWork unit, Instant now) {
    return unit.query(FORGET, Tuple.of(Columns.utc(now)))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  @Override
  public Uni<List<Link>> links(UnitOfWork unit, long after, int limit) {
    return unit.query(LINKS, Tuple.of(after, after == 0 ? limit : limit + 1))
        .map(rows -> Columns.list(rows, AuditChain::link));
  }

  private static Link link(Row row) {
    return new Link(
        row.getLong("position"),
        Objects.requireNonNull(row.getBuffer("bytes")).getBytes(),
        hash(row, "previous"),
        hash(row, "hash"));
  }

  private static Last last(RowSet<Row> rows) {
    if (rows.size() == 0) {
      return new Last(Head.NONE, 0);
    }
    Row row = rows.iterator().next();
    return new Last(new Head(row.getLong("position"), hash(row, "hash")), row.getLong("until"));
  }

  private static Hash hash(Row row, String column) {
    return Hash.of(row.getBuffer(column).getBytes());
  }
}
