package io.meridian.handoff.calendar.store.feed;

import io.meridian.handoff.calendar.domain.feed.FeedEvent;
import io.meridian.handoff.calendar.domain.feed.FeedRecord;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the subscribers of feeds were told last, found by their secrets. */
@ApplicationScoped
public class SubscriptionStore {

  private static final String BY_SECRET =
      """
      select id, scope, subject, created_by, made_as_tam, created_at, revision, told
      from calendar_feed
      where secret_hash = $1
      """;

  /** A feed with what its subscribers were told last. */
  public record FeedWithEvents(FeedRecord feed, List<FeedEvent> events) {}

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

  /** Remembers what subscribers are told. */
  public Uni<Void> remember(UnitOfWork unit, UUID id, List<FeedEvent> events) {
    JsonArray told = new JsonArray();
    events.forEach(event -> told.add(json(event)));
    return unit.query("update calendar_feed set told = $2 where id = $1", Tuple.of(id, told))
        .replaceWithVoid();
  }

  private static FeedRecord record(Row row) {
    return new FeedRecord(
        row.getUUID("id"),
        FeedRow.scope(row.getString("scope"), row.getString("subject")),
        row.getString("created_by"),
        row.getBoolean("made_as_tam"),
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
