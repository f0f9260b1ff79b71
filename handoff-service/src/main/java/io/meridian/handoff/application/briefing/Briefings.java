package io.meridian.handoff.application.briefing;

import io.meridian.events.BriefingStatus;
import io.meridian.events.Severity;
import io.meridian.handoff.domain.briefing.Briefing;
import io.meridian.handoff.domain.briefing.BriefingVersion;
import io.meridian.handoff.domain.briefing.Circumstances;
import io.meridian.handoff.domain.briefing.Completeness;
import io.meridian.handoff.domain.briefing.Drafting;
import io.meridian.handoff.domain.briefing.TimelineFact;
import io.meridian.handoff.store.briefing.BriefingStore;
import io.meridian.handoff.store.briefing.BriefingStore.Standing;
import io.meridian.handoff.store.briefing.CircumstancesStore;
import io.meridian.handoff.store.briefing.TimelineStore;
import io.meridian.handoff.store.handoff.Item;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
  private final CircumstancesStore circumstances;

  Briefings(TimelineStore timelines, BriefingStore store, CircumstancesStore circumstances) {
    this.timelines = timelines;
    this.store = store;
    this.circumstances = circumstances;
  }

  /** How far the drafts of these escalations are, by escalation. */
  public Uni<Map<UUID, BriefingStatus>> drafts(SqlConnection tx, Map<UUID, Severity> escalations) {
    if (escalations.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return sources(tx, escalations.keySet(), escalations.keySet())
        .map(
            sources -> {
              Map<UUID, BriefingStatus> drafts = new HashMap<>();
              escalations.forEach(
                  (id, severity) -> drafts.put(id, sources.draft(id, severity).status()));
              return drafts;
            });
  }

  /** What drafts are made of, by escalation. */
  private record Sources(
      Map<UUID, List<TimelineFact>> facts, Map<UUID, Circumstances> circumstances) {

    List<TimelineFact> facts(UUID escalation) {
      return facts.getOrDefault(escalation, List.of());
    }

    BriefingDetails draft(UUID escalation, Severity severity) {
      List<TimelineFact> own = facts(escalation);
      Briefing content = Drafting.of(own, circumstances.get(escalation));
      return new BriefingDetails(
          0, null, null, content, Completeness.missing(severity, content), List.of(), newest(own));
    }
  }

  private Uni<Sources> sources(
      SqlConnection connection, Collection<UUID> all, Collection<UUID> undrafted) {
    return timelines
        .of(connection, all)
        .chain(
            facts ->
                undrafted.isEmpty()
                    ? Uni.createFrom().item(new Sources(facts, Map.of()))
                    : circumstances
                        .of(connection, undrafted)
                        .map(found -> new Sources(facts, found)));
  }

  /** The briefings of these handoffs, by handoff. */
  public Uni<Map<UUID, BriefingDetails>> of(SqlConnection connection, List<Item> items) {
    if (items.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return store
        .latest(connection, items.stream().map(Briefings::id).toList())
        .chain(
            versions ->
                sources(
                        connection,
                        items.stream().map(Briefings::escalation).toList(),
                        items.stream()
                            .filter(item -> !versions.containsKey(id(item)))
                            .map(Briefings::escalation)
                            .toList())
                    .map(sources -> details(items, sources, versions)));
  }

  private static Map<UUID, BriefingDetails> details(
      List<Item> items, Sources sources, Map<UUID, BriefingVersion> versions) {
    Map<UUID, BriefingDetails> briefings = new HashMap<>();
    for (Item item : items) {
      Severity severity = item.subject().severity();
      BriefingVersion version = versions.get(id(item));
      briefings.put(
          id(item),
          version == null
              ? sources.draft(escalation(item), severity)
              : written(version, sources.facts(escalation(item)), severity));
    }
    return briefings;
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

  /** Looks at briefings again, and notes how far they are now. */
  public Uni<Map<UUID, BriefingStatus>> lookAgain(SqlConnection tx, List<Item> items) {
    return of(tx, items)
        .map(briefings -> statuses(briefings))
        .call(
            statuses ->
                store.note(
                    tx,
                    statuses.entrySet().stream()
                        .map(one -> standing(one.getKey(), one.getValue()))
                        .toList()));
  }

  private static Map<UUID, BriefingStatus> statuses(Map<UUID, BriefingDetails> briefings) {
    Map<UUID, BriefingStatus> statuses = new HashMap<>();
    briefings.forEach((id, briefing) -> statuses.put(id, briefing.status()));
    return statuses;
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

  private static UUID escalation(Item item) {
    return item.subject().escalationId();
  }

  private static UUID id(Item item) {
    return item.handoff().passage().id();
  }
}
