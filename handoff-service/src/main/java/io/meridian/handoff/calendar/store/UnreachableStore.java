package io.meridian.handoff.calendar.store;

import io.meridian.runtime.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Of which duties it was told that nothing reaches who has them. */
@ApplicationScoped
public class UnreachableStore {

  private static final String TOLD = "select id from unreachable_duty where id = any($1)";
  private static final String TELL =
      """
      insert into unreachable_duty (id, start_at, told_at)
      select id, start_at, $3 from unnest($1::uuid[], $2::timestamptz[]) as t (id, start_at)
          on conflict (id) do nothing returning id
      """;
  private static final String FORGET = "delete from unreachable_duty where start_at < $1";

  /** A duty by the id of the fact, and when its shift starts. */
  public record Entry(UUID id, Instant start) {}

  /** Those of the ids that were told. */
  public Uni<Set<UUID>> told(SqlConnection connection, List<UUID> ids) {
    return connection
        .preparedQuery(TOLD)
        .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
        .map(UnreachableStore::ids);
  }

  /**
   * Keeps that they are told now.
   *
   * @return the ids of those that were not yet
   */
  public Uni<Set<UUID>> tell(SqlConnection tx, List<Entry> duties, Instant now) {
    return tx.preparedQuery(TELL)
        .execute(
            Tuple.tuple()
                .addArrayOfUUID(duties.stream().map(Entry::id).toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(
                    duties.stream()
                        .map(duty -> Columns.utc(duty.start()))
                        .toArray(OffsetDateTime[]::new))
                .addOffsetDateTime(Columns.utc(now)))
        .map(UnreachableStore::ids);
  }

  /** Forgets shifts that started before the instant. */
  public Uni<Void> forget(SqlConnection tx, Instant before) {
    return tx.preparedQuery(FORGET).execute(Tuple.of(Columns.utc(before))).replaceWithVoid();
  }

  private static Set<UUID> ids(RowSet<Row> rows) {
    Set<UUID> ids = new HashSet<>();
    rows.forEach(row -> ids.add(row.getUUID("id")));
    return ids;
  }
}
