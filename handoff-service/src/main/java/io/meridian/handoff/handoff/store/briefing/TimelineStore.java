package io.meridian.handoff.handoff.store.briefing;

import io.meridian.events.Mood;
import io.meridian.events.NoteDetails;
import io.meridian.events.NoteKind;
import io.meridian.handoff.handoff.domain.briefing.TimelineFact;
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
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The timelines of escalations as far as briefings care, in sets. */
@ApplicationScoped
public class TimelineStore {
  private static final Rows<TimelineFact> ROWS =
      Rows.<TimelineFact>as("fact")
          .uuid("escalation_id", TimelineFact::escalationId)
          .number("revision", TimelineFact::revision)
          .instant("at", TimelineFact::at)
          .text("actor", TimelineFact::by)
          .text("kind", fact -> fact.kind().name())
          .text("text", TimelineFact::text)
          .text("note", of(details -> name(details.kind())))
          .instant("due", of(NoteDetails::due))
          .text("owner", of(NoteDetails::owner))
          .text("mood", of(details -> name(details.mood())))
          .numberOrNull("settles", of(NoteDetails::settles));
  private static final String ADD =
      "insert into timeline_fact (%s) select * from %s on conflict do nothing"
          .formatted(ROWS.names(), ROWS.unnest());
  private static final String OF =
      "select * from timeline_fact where escalation_id = any($1) order by escalation_id, revision";

  private static final String HELD_UNTIL =
      """
      select max(upper(during)) as held_until from accountability
      where escalation_id = $1 and tam = $2 and not upper_inf(during) and upper(during) <= $3
      """;

  /** Adds facts; those that are known already change nothing. */
  public Uni<Void> add(UnitOfWork unit, List<TimelineFact> facts) {
    if (facts.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return unit.query(ADD, ROWS.tuple(facts)).replaceWithVoid();
  }

  /** The facts of each escalation that has any, oldest first. */
  public Uni<Map<UUID, List<TimelineFact>>> of(UnitOfWork unit, Collection<UUID> escalations) {
    return unit.query(OF, Tuple.of(escalations.toArray(UUID[]::new)))
        .map(rows -> Columns.grouped(rows, "escalation_id", TimelineStore::fact));
  }

  /** When a TAM's last time with an escalation ended; null when they never had it before. */
  public Uni<@Nullable Instant> heldUntil(
      UnitOfWork unit, UUID escalation, String tam, Instant now) {
    return unit.query(HELD_UNTIL, Tuple.of(escalation, tam, Columns.utc(now)))
        .map(rows -> rows.iterator().next().getOffsetDateTime("held_until"))
        .map(until -> until == null ? null : until.toInstant());
  }

  private static TimelineFact fact(Row row) {
    return new TimelineFact(
        row.getUUID("escalation_id"),
        row.getLong("revision"),
        Columns.instant(row, "at"),
        row.getString("actor"),
        TimelineFact.Kind.valueOf(row.getString("kind")),
        row.getString("text"),
        details(row));
  }

  private static @Nullable NoteDetails details(Row row) {
    String kind = row.getString("note");
    String mood = row.getString("mood");
    Long settles = row.getLong("settles");
    if (kind == null && settles == null) {
      return null;
    }
    return new NoteDetails(
        kind == null ? null : NoteKind.valueOf(kind),
        Columns.instantOrNull(row, "due"),
        row.getString("owner"),
        mood == null ? null : Mood.valueOf(mood),
        settles);
  }

  private static <T> Function<TimelineFact, @Nullable T> of(
      Function<NoteDetails, @Nullable T> part) {
    return fact -> fact.details() == null ? null : part.apply(fact.details());
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }
}
