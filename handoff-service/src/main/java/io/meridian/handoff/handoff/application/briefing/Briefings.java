package io.meridian.handoff.handoff.application.briefing;

import io.meridian.events.BriefingStatus;
import io.meridian.events.Severity;
import io.meridian.handoff.handoff.domain.Stage;
import io.meridian.handoff.handoff.domain.briefing.Briefing;
import io.meridian.handoff.handoff.domain.briefing.BriefingVersion;
import io.meridian.handoff.handoff.domain.briefing.Circumstances;
import io.meridian.handoff.handoff.domain.briefing.Completeness;
import io.meridian.handoff.handoff.domain.briefing.Drafting;
import io.meridian.handoff.handoff.domain.briefing.TimelineFact;
import io.meridian.handoff.handoff.domain.briefing.Written;
import io.meridian.handoff.handoff.store.HandoffWithSubject;
import io.meridian.handoff.handoff.store.briefing.BriefingStore;
import io.meridian.handoff.handoff.store.briefing.BriefingStore.Accepted;
import io.meridian.handoff.handoff.store.briefing.BriefingStore.Standing;
import io.meridian.handoff.handoff.store.briefing.CircumstancesStore;
import io.meridian.handoff.handoff.store.briefing.TimelineStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
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
  public Uni<Map<UUID, BriefingStatus>> drafts(UnitOfWork unit, Map<UUID, Severity> escalations) {
    if (escalations.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return sources(unit, escalations.keySet())
        .map(
            sources -> {
              Map<UUID, BriefingStatus> drafts = new HashMap<>();
              escalations.forEach(
                  (id, severity) -> drafts.put(id, sources.draft(id, severity).status()));
              return drafts;
            });
  }

  /** What briefings are made of besides what was written, by escalation. */
  private record Sources(
      Map<UUID, List<TimelineFact>> facts, Map<UUID, Circumstances> circumstances) {

    List<TimelineFact> facts(UUID escalation) {
      return facts.getOrDefault(escalation, List.of());
    }

    BriefingDetails draft(UUID escalation, Severity severity) {
      List<TimelineFact> own = facts(escalation);
      return details(null, Drafting.of(own, circumstances.get(escalation)), escalation, severity);
    }

    /** What was written, going on with the timeline. */
    Briefing following(UUID escalation, Written written, long seen) {
      return Drafting.following(written, seen, facts(escalation), circumstances.get(escalation));
    }

    /** How a version stands; accepted, its words stay, and the facts are as they are now. */
    BriefingDetails version(
        BriefingVersion version, UUID escalation, Severity severity, boolean isTaken) {
      Written written = Objects.requireNonNullElse(version.written(), Written.NOTHING);
      Briefing live = following(escalation, written, version.seen());
      Briefing kept = version.accepted() == null ? version.content() : version.accepted();
      return details(version, isTaken ? kept.withFacts(live) : live, escalation, severity);
    }

    private BriefingDetails details(
        @Nullable BriefingVersion version, Briefing content, UUID escalation, Severity severity) {
      List<TimelineFact> own = facts(escalation);
      Written written = version == null ? null : version.written();
      return new BriefingDetails(
          version == null ? 0 : version.version(),
          version == null ? null : version.writtenBy(),
          version == null ? null : version.writtenAt(),
          content,
          written == null ? Written.NOTHING : written,
          Drafting.informed(own, circumstances.get(escalation)),
          Completeness.missing(severity, content),
          version == null
              ? List.of()
              : own.stream().filter(fact -> fact.revision() > version.seen()).toList(),
          newest(own));
    }
  }

  private Uni<Sources> sources(UnitOfWork unit, Collection<UUID> escalations) {
    return timelines
        .of(unit, escalations)
        .chain(
            facts -> circumstances.of(unit, escalations).map(found -> new Sources(facts, found)));
  }

  /** The briefings of these handoffs, by handoff: words that were accepted stay as they were. */
  public Uni<Map<UUID, BriefingDetails>> of(UnitOfWork unit, List<HandoffWithSubject> items) {
    return of(unit, items, item -> item.handoff().stage() instanceof Stage.Taken);
  }

  private Uni<Map<UUID, BriefingDetails>> of(
      UnitOfWork unit, List<HandoffWithSubject> items, Predicate<HandoffWithSubject> isTaken) {
    if (items.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return store
        .latest(unit, items.stream().map(Briefings::id).toList())
        .chain(
            versions ->
                sources(unit, items.stream().map(Briefings::escalation).distinct().toList())
                    .map(sources -> details(items, sources, versions, isTaken)));
  }

  private static Map<UUID, BriefingDetails> details(
      List<HandoffWithSubject> items,
      Sources sources,
      Map<UUID, BriefingVersion> versions,
      Predicate<HandoffWithSubject> isTaken) {
    Map<UUID, BriefingDetails> briefings = new HashMap<>();
    for (HandoffWithSubject item : items) {
      Severity severity = item.subject().severity();
      BriefingVersion version = versions.get(id(item));
      briefings.put(
          id(item),
          version == null
              ? sources.draft(escalation(item), severity)
              : sources.version(version, escalation(item), severity, isTaken.test(item)));
    }
    return briefings;
  }

  private static long newest(List<TimelineFact> facts) {
    return facts.isEmpty() ? 0 : facts.getLast().revision();
  }

  /** What somebody writes: the words given, and for the others the timeline or what was written. */
  public record Edit(Written words, boolean isWhole) {

    private Written after(BriefingDetails before) {
      return isWhole ? words : words.over(before.written().asIn(before.content()));
    }
  }

  /** The outgoing TAM's next version; the caller has locked the escalation. */
  public Uni<BriefingStatus> write(
      UnitOfWork unit, HandoffWithSubject item, Edit edit, String by, Instant at) {
    return store
        .latest(unit, List.of(id(item)))
        .chain(
            versions ->
                sources(unit, List.of(escalation(item)))
                    .chain(
                        sources -> {
                          BriefingDetails before =
                              Objects.requireNonNull(
                                  details(List.of(item), sources, versions, one -> false)
                                      .get(id(item)));
                          Written written = edit.after(before);
                          var version =
                              new BriefingVersion(
                                  id(item),
                                  before.version() + 1,
                                  sources.following(escalation(item), written, before.seen()),
                                  written,
                                  null,
                                  by,
                                  at,
                                  before.seen());
                          return keep(unit, item, version, sources);
                        }));
  }

  private Uni<BriefingStatus> keep(
      UnitOfWork unit, HandoffWithSubject item, BriefingVersion version, Sources sources) {
    BriefingStatus status =
        sources.version(version, escalation(item), item.subject().severity(), false).status();
    return store
        .add(unit, List.of(version))
        .chain(() -> store.note(unit, List.of(standing(id(item), status))))
        .replaceWith(status);
  }

  /** Looks at briefings again, and notes how far they are now. */
  public Uni<Map<UUID, BriefingStatus>> lookAgain(UnitOfWork unit, List<HandoffWithSubject> items) {
    return of(unit, items)
        .map(briefings -> statuses(briefings))
        .call(statuses -> note(unit, statuses));
  }

  private Uni<Void> note(UnitOfWork unit, Map<UUID, BriefingStatus> statuses) {
    return store.note(
        unit,
        statuses.entrySet().stream().map(one -> standing(one.getKey(), one.getValue())).toList());
  }

  private static Map<UUID, BriefingStatus> statuses(Map<UUID, BriefingDetails> briefings) {
    Map<UUID, BriefingStatus> statuses = new HashMap<>();
    briefings.forEach((id, briefing) -> statuses.put(id, briefing.status()));
    return statuses;
  }

  /** Handoffs that were just taken keep the briefing as it stands; answers how far each one is. */
  public Uni<Map<UUID, BriefingStatus>> freeze(
      UnitOfWork unit, List<HandoffWithSubject> items, Instant at) {
    return of(unit, items, item -> false)
        .chain(
            briefings -> {
              Map<UUID, BriefingStatus> statuses = statuses(briefings);
              List<BriefingVersion> drafts = new ArrayList<>();
              List<Accepted> edited = new ArrayList<>();
              briefings.forEach(
                  (id, briefing) -> {
                    Briefing content = briefing.content();
                    if (briefing.version() == 0) {
                      drafts.add(
                          new BriefingVersion(
                              id, 0, content, null, null, null, at, briefing.seen()));
                    } else {
                      edited.add(new Accepted(id, briefing.version(), content));
                    }
                  });
              return store
                  .add(unit, drafts)
                  .chain(() -> store.accept(unit, edited))
                  .chain(() -> note(unit, statuses))
                  .replaceWith(statuses);
            });
  }

  /** Keeps the receivers' own words, which close the briefings. */
  public Uni<Void> keepReadBacks(UnitOfWork unit, Map<UUID, String> readBacks) {
    return store.keepReadBacks(unit, readBacks);
  }

  /** Every version of a handoff's briefing that was written or accepted, the first one first. */
  public Uni<List<BriefingVersion>> versions(UnitOfWork unit, UUID handoff) {
    return store.versions(unit, handoff);
  }

  /** What an escalation's timeline got from an instant on. */
  public Uni<List<TimelineFact>> since(UnitOfWork unit, UUID escalation, Instant since) {
    return timelines
        .of(unit, List.of(escalation))
        .map(
            facts ->
                facts.getOrDefault(escalation, List.of()).stream()
                    .filter(fact -> !fact.at().isBefore(since))
                    .toList());
  }

  /** When a TAM's last time with an escalation ended; null when they never had it before. */
  public Uni<@Nullable Instant> heldUntil(
      UnitOfWork unit, UUID escalation, String tam, Instant now) {
    return timelines.heldUntil(unit, escalation, tam, now);
  }

  private static Standing standing(UUID handoff, BriefingStatus status) {
    return new Standing(handoff, status.version(), String.join(",", status.missing()));
  }

  private static UUID escalation(HandoffWithSubject item) {
    return item.subject().escalationId();
  }

  private static UUID id(HandoffWithSubject item) {
    return item.handoff().plan().id();
  }
}
