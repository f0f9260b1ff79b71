package io.meridian.handoff.application.briefing;

import io.meridian.events.BriefingStatus;
import io.meridian.events.Severity;
import io.meridian.handoff.domain.briefing.Briefing;
import io.meridian.handoff.domain.briefing.BriefingVersion;
import io.meridian.handoff.domain.briefing.Completeness;
import io.meridian.handoff.domain.briefing.Drafting;
import io.meridian.handoff.domain.briefing.TimelineFact;
import io.meridian.handoff.store.briefing.BriefingStore;
import io.meridian.handoff.store.briefing.BriefingStore.Standing;
import io.meridian.handoff.store.briefing.TimelineStore;
import io.meridian.handoff.store.handoff.Item;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Briefings of many handoffs at once: drafts that follow timelines, edits, and what is frozen. */
@ApplicationScoped
public class Briefings {
  private final TimelineStore timelines;
  private final BriefingStore store;

  Briefings(TimelineStore timelines, BriefingStore store) {
    this.timelines = timelines;
    this.store = store;
  }

  /** How far the drafts of these escalations are, by escalation. */
  public Uni<Map<UUID, BriefingStatus>> drafts(SqlConnection tx, Map<UUID, Severity> escalations) {
    if (escalations.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return timelines
        .of(tx, escalations.keySet())
        .map(
            facts -> {
              Map<UUID, BriefingStatus> drafts = new HashMap<>();
              escalations.forEach(
                  (id, severity) ->
                      drafts.put(id, draft(facts.getOrDefault(id, List.of()), severity).status()));
              return drafts;
            });
  }

  /** The briefings of these handoffs, by handoff. */
  public Uni<Map<UUID, BriefingDetails>> of(SqlConnection connection, List<Item> items) {
    if (items.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return timelines
        .of(connection, items.stream().map(item -> item.subject().escalationId()).toList())
        .chain(
            facts ->
                store
                    .latest(connection, items.stream().map(Briefings::id).toList())
                    .map(versions -> details(items, facts, versions)));
  }

  private static Map<UUID, BriefingDetails> details(
      List<Item> items, Map<UUID, List<TimelineFact>> facts, Map<UUID, BriefingVersion> versions) {
    Map<UUID, BriefingDetails> briefings = new HashMap<>();
    for (Item item : items) {
      Severity severity = item.subject().severity();
      List<TimelineFact> own = facts.getOrDefault(item.subject().escalationId(), List.of());
      BriefingVersion version = versions.get(id(item));
      briefings.put(
          id(item), version == null ? draft(own, severity) : written(version, own, severity));
    }
    return briefings;
  }

  private static BriefingDetails draft(List<TimelineFact> facts, Severity severity) {
    Briefing content = Drafting.of(facts);
    return new BriefingDetails(
        0, null, null, content, Completeness.missing(severity, content), List.of(), newest(facts));
  }

  private static BriefingDetails written(
      BriefingVersion version, List<TimelineFact> facts, Severity severity) {
    return new BriefingDetails(
        version.version(),
        version.writtenBy(),
        version.writtenAt(),
        version.content(),
        Completeness.missing(severity, version.content()),
        facts.stream().filter(fact -> fact.revision() > version.seen()).toList(),
        newest(facts));
  }

  private static long newest(List<TimelineFact> facts) {
    return facts.isEmpty() ? 0 : facts.getLast().revision();
  }

  /** The outgoing TAM's next version; the caller has locked the escalation. */
  public Uni<BriefingStatus> write(
      SqlConnection tx, Item item, Briefing content, String by, Instant at) {
    return of(tx, List.of(item))
        .map(before -> before.get(id(item)))
        .chain(
            before -> {
              var version =
                  new BriefingVersion(
                      id(item), before.version() + 1, content, by, at, before.seen());
              return keep(tx, item, version);
            });
  }

  private Uni<BriefingStatus> keep(SqlConnection tx, Item item, BriefingVersion version) {
    BriefingStatus status = written(version, List.of(), item.subject().severity()).status();
    return store
        .add(tx, List.of(version))
        .chain(() -> store.note(tx, List.of(standing(id(item), status))))
        .replaceWith(status);
  }

  /** Accepted handoffs keep the briefing as it stands; answers how far each one is. */
  public Uni<Map<UUID, BriefingStatus>> freeze(SqlConnection tx, List<Item> items, Instant at) {
    return of(tx, items)
        .chain(
            briefings -> {
              Map<UUID, BriefingStatus> statuses = new HashMap<>();
              List<BriefingVersion> drafts = new ArrayList<>();
              List<Standing> standings = new ArrayList<>();
              briefings.forEach(
                  (id, briefing) -> {
                    statuses.put(id, briefing.status());
                    standings.add(standing(id, briefing.status()));
                    if (briefing.version() == 0) {
                      drafts.add(
                          new BriefingVersion(
                              id, 0, briefing.content(), null, at, briefing.seen()));
                    }
                  });
              return store
                  .add(tx, drafts)
                  .chain(() -> store.note(tx, standings))
                  .replaceWith(statuses);
            });
  }

  /** Keeps the receivers' own words, which close the briefings. */
  public Uni<Void> keepReadBacks(SqlConnection tx, Map<UUID, String> readBacks) {
    return store.keepReadBacks(tx, readBacks);
  }

  /** Every version of a handoff's briefing that was written or accepted, the first one first. */
  public Uni<List<BriefingVersion>> versions(SqlConnection connection, UUID handoff) {
    return store.versions(connection, handoff);
  }

  /** What an escalation's timeline got from an instant on. */
  public Uni<List<TimelineFact>> since(SqlConnection connection, UUID escalation, Instant since) {
    return timelines
        .of(connection, List.of(escalation))
        .map(
            facts ->
                facts.getOrDefault(escalation, List.of()).stream()
                    .filter(fact -> !fact.at().isBefore(since))
                    .toList());
  }

  /** When a TAM's last time with an escalation ended; null when they never had it before. */
  public Uni<@Nullable Instant> heldUntil(
      SqlConnection connection, UUID escalation, String tam, Instant now) {
    return timelines.heldUntil(connection, escalation, tam, now);
  }

  private static Standing standing(UUID handoff, BriefingStatus status) {
    return new Standing(handoff, status.version(), String.join(",", status.missing()));
  }

  private static UUID id(Item item) {
    return item.handoff().passage().id();
  }
}
