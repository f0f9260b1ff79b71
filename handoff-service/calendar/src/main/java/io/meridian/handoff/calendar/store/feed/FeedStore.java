package io.meridian.handoff.calendar.store.feed;

import io.meridian.handoff.calendar.domain.feed.FeedEvent;
import io.meridian.handoff.calendar.domain.feed.FeedRecord;
import io.meridian.handoff.calendar.domain.feed.FeedScope;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
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

/** Feeds, the hashes of their secrets, and what their subscribers were told last. */
@ApplicationScoped
public class FeedStore {

  private static final String INSERT =
      "insert into calendar_feed (id, scope, subject, secret_hash, created_by, created_at, revision)"
          + " values ($1, $2, $3, $4, $5, $6, 1)";
  private static final String COLUMNS =
      "select id, scope, subject, created_by, created_at, revision";
  private static final String FIND = COLUMNS + " from calendar_feed where id = $1";
  private static final String BY_SECRET =
      COLUMNS + ", told from calendar_feed where secret_hash = $1";
  private static final String LIST =
      COLUMNS
          + " from calendar_feed where ($1::text is null or created_by = $1)"
          + " and ($2::timestamptz is null or (created_at, id) > ($2, $3::uuid))"
          + " order by created_at, id limit $4";
  private static final String RESET =
      "update calendar_feed set secret_hash = $2, revision = revision + 1 where id = $1";

  /** A feed with what its subscribers were told last. */
  public record FeedWithEvents(FeedRecord feed, List<FeedEvent> events) {}

  /** The key of the last row that a caller has seen. */
  public record After(Instant createdAt, UUID id) {}

  /** Adds a feed. */
  public Uni<Void> insert(UnitOfWork unit, FeedRecord feed, byte[] secretHash) {
    return unit.query(
            INSERT,
            Tuple.tuple()
                .addUUID(feed.id())
                .addString(kind(feed.scope()))
                .addString(subject(feed.scope()))
                .addBuffer(Buffer.buffer(secretHash))
                .addString(feed.createdBy())
                .addOffsetDateTime(Columns.utc(feed.createdAt())))
        .replaceWithVoid();
  }

  /** The feed with this id, locked when a transaction is to change it. */
  public Uni<Optional<FeedRecord>> find(UnitOfWork unit, UUID id, boolean isLocked) {
    return unit.query(isLocked ? FIND + " for update" : FIND, Tuple.of(id))
        .map(rows -> records(rows).stream().findFirst());
  }

  /** The feed with this secret. */
  public Uni<Optional<FeedWithEvents>> bySecret(UnitOfWork unit, byte[] hash, boolean isLocked) {
    return unit.query(
            isLocked ? BY_SECRET + " for update" : BY_SECRET,
            Tuple.tuple().addBuffer(Buffer.buffer(hash)))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(
                    new FeedWithEvents(record(row), events(row.getJsonArray("told"))));
              }
              return Optional.empty();
            });
  }

  /**
   * Feeds, the oldest first.
   *
   * @param createdBy null: everybody's
   */
  public Uni<List<FeedRecord>> list(
      UnitOfWork unit, @Nullable String createdBy, @Nullable After after, int limit) {
    return unit.query(
            LIST,
            Tuple.tuple()
                .addString(createdBy)
                .addOffsetDateTime(after == null ? null : Columns.utc(after.createdAt()))
                .addUUID(after == null ? null : after.id())
                .addLong((long) limit))
        .map(FeedStore::records);
  }

  /** Gives a feed another secret; the one before finds nothing any more. */
  public Uni<Void> reset(UnitOfWork unit, UUID id, byte[] secretHash) {
    return unit.query(RESET, Tuple.tuple().addUUID(id).addBuffer(Buffer.buffer(secretHash)))
        .replaceWithVoid();
  }

  /** Takes a feed away. */
  public Uni<Void> delete(UnitOfWork unit, UUID id) {
    return unit.query("delete from calendar_feed where id = $1", Tuple.of(id)).replaceWithVoid();
  }

  /** Remembers what subscribers are told. */
  public Uni<Void> remember(UnitOfWork unit, UUID id, List<FeedEvent> events) {
    JsonArray told = new JsonArray();
    events.forEach(event -> told.add(json(event)));
    return unit.query("update calendar_feed set told = $2 where id = $1", Tuple.of(id, told))
        .replaceWithVoid();
  }

  /** The kind of scope, as rows and callers name it. */
  public static String kind(FeedScope scope) {
    return switch (scope) {
      case FeedScope.OfTam ignored -> "TAM";
      case FeedScope.OfRegion ignored -> "REGION";
      case FeedScope.Everything() -> "ALL";
    };
  }

  private static String subject(FeedScope scope) {
    return switch (scope) {
      case FeedScope.OfTam(String tam) -> tam;
      case FeedScope.OfRegion(String region) -> region;
      case FeedScope.Everything() -> "";
    };
  }

  private static List<FeedRecord> records(RowSet<Row> rows) {
    List<FeedRecord> records = new ArrayList<>();
    rows.forEach(row -> records.add(record(row)));
    return records;
  }

  private static FeedRecord record(Row row) {
    String subject = row.getString("subject");
    FeedScope scope =
        switch (row.getString("scope")) {
          case "TAM" -> new FeedScope.OfTam(subject);
          case "REGION" -> new FeedScope.OfRegion(subject);
          default -> new FeedScope.Everything();
        };
    return new FeedRecord(
        row.getUUID("id"),
        scope,
        row.getString("created_by"),
        Columns.instant(row, "created_at"),
        row.getLong("revision"));
  }

  private static JsonObject json(FeedEvent event) {
    return new JsonObject()
        .put("uid", event.uid())
        .put("sequence", event.sequence())
        .put("start", event.start().toString())
        .put("end", event.end().toString())
        .put("summary", event.summary())
        .put("description", event.description())
        .put("region", event.region())
        .put("busy", event.isBusy())
        .put("cancelled", event.isCancelled())
        .put("changedAt", event.changedAt().toString());
  }

  private static List<FeedEvent> events(JsonArray told) {
    List<FeedEvent> events = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      JsonObject event = told.getJsonObject(i);
      events.add(
          new FeedEvent(
              event.getString("uid"),
              event.getInteger("sequence"),
              event.getInstant("start"),
              event.getInstant("end"),
              event.getString("summary"),
              event.getString("description"),
              event.getString("region"),
              event.getBoolean("busy"),
              event.getBoolean("cancelled"),
              event.getInstant("changedAt")));
    }
    return events;
  }
}
