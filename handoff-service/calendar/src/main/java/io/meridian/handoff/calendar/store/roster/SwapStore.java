package io.meridian.handoff.calendar.store.roster;

import io.meridian.events.SwapStatus;
import io.meridian.handoff.calendar.domain.roster.SwapRequest;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests to swap shifts. */
@ApplicationScoped
public class SwapStore {

  private static final String INSERT =
      """
      insert into swap_request (id, asker, asked, shift_id, shift_region, shift_start, shift_end,
             exchange_id, exchange_region, exchange_start, exchange_end, reason, asked_at,
             expires_at, status, revision, changed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'ASKED', 1, $13)
      on conflict do nothing
      """;
  private static final String UPDATE =
      """
      update swap_request set status = $2, answered_by = $3, answered_at = $4, answer = $5,
             overrides = $6, revision = $7, changed_at = $4
       where id = $1
      """;
  private static final String FIND = "select * from swap_request where id = $1";
  private static final String LIST =
      """
      select * from swap_request
       where ($1::text is null or $1 in (asker, asked))
         and ($2::text is null or status = $2)
         and ($3::timestamptz is null or (asked_at, id) < ($3, $4::uuid))
       order by asked_at desc, id desc
       limit $5
      """;
  private static final String EARLIEST =
      "select min(expires_at) as earliest from swap_request where status = 'ASKED'";
  private static final String EXPIRED =
      """
      select * from swap_request where status = 'ASKED' and expires_at <= $1
       order by id limit 500 for update
      """;
  private static final String OTHERS =
      """
      select * from swap_request
       where status = 'ASKED' and shift_id = $1 and asker = $2 and id <> $3
       order by id for update
      """;

  /** The key of the last row that a caller has seen. */
  public record After(Instant askedAt, UUID id) {}

  /**
   * Adds an open request.
   *
   * @return false when the same TAM is asked for the same shift already
   */
  public Uni<Boolean> insert(UnitOfWork unit, SwapRequest request) {
    return unit.query(INSERT, SwapRows.inserted(request)).map(rows -> rows.rowCount() == 1);
  }

  /** Keeps the stage that a request has come to. */
  public Uni<Void> update(UnitOfWork unit, SwapRequest request) {
    return unit.query(UPDATE, SwapRows.ended(request)).replaceWithVoid();
  }

  /** The request with this id. */
  public Uni<Optional<SwapRequest>> find(UnitOfWork unit, UUID id) {
    return one(unit, FIND, id);
  }

  /** The same, locked until the transaction ends. */
  public Uni<Optional<SwapRequest>> lock(UnitOfWork unit, UUID id) {
    return one(unit, FIND + " for update", id);
  }

  /** Requests, the latest first. */
  public Uni<List<SwapRequest>> list(
      UnitOfWork unit,
      @Nullable String tam,
      @Nullable SwapStatus status,
      @Nullable After after,
      int limit) {
    return unit.query(
            LIST,
            Tuple.tuple()
                .addString(tam)
                .addString(status == null ? null : status.name())
                .addOffsetDateTime(after == null ? null : Columns.utc(after.askedAt()))
                .addUUID(after == null ? null : after.id())
                .addLong((long) limit))
        .map(SwapStore::requests);
  }

  /** When the next open request expires. */
  public Uni<Optional<Instant>> earliestExpiry(UnitOfWork unit) {
    return unit.query(EARLIEST)
        .map(
            rows ->
                Optional.ofNullable(rows.iterator().next().getOffsetDateTime("earliest"))
                    .map(java.time.OffsetDateTime::toInstant));
  }

  /** Open requests that are over at the instant, at most 500, locked. */
  public Uni<List<SwapRequest>> lockExpired(UnitOfWork unit, Instant at) {
    return unit.query(EXPIRED, Tuple.of(Columns.utc(at))).map(SwapStore::requests);
  }

  /** The asker's other open requests for the same shift, locked. */
  public Uni<List<SwapRequest>> lockOthers(UnitOfWork unit, SwapRequest request) {
    return unit.query(OTHERS, Tuple.of(request.shift().id(), request.asker(), request.id()))
        .map(SwapStore::requests);
  }

  private static Uni<Optional<SwapRequest>> one(UnitOfWork unit, String query, UUID id) {
    return unit.query(query, Tuple.of(id)).map(rows -> requests(rows).stream().findFirst());
  }

  private static List<SwapRequest> requests(RowSet<Row> rows) {
    List<SwapRequest> requests = new ArrayList<>();
    rows.forEach(row -> requests.add(SwapRows.request(row)));
    return requests;
  }
}
