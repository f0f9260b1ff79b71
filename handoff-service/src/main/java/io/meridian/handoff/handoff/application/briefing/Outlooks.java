package io.meridian.handoff.handoff.application.briefing;

import io.meridian.handoff.handoff.domain.briefing.Briefing;
import io.meridian.handoff.handoff.domain.briefing.BriefingVersion;
import io.meridian.handoff.handoff.domain.briefing.Circumstances;
import io.meridian.handoff.handoff.domain.briefing.Completeness;
import io.meridian.handoff.handoff.domain.briefing.Completeness.Missing;
import io.meridian.handoff.handoff.domain.briefing.Drafting;
import io.meridian.handoff.handoff.domain.briefing.NextDue;
import io.meridian.handoff.handoff.domain.briefing.TimelineFact;
import io.meridian.handoff.handoff.domain.briefing.Written;
import io.meridian.handoff.handoff.store.HandoffWithSubject;
import io.meridian.handoff.handoff.store.briefing.BriefingStore;
import io.meridian.handoff.handoff.store.briefing.CircumstancesStore;
import io.meridian.handoff.handoff.store.briefing.TimelineStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is due next of many handoffs and escalations, and what their briefings lack, at a look. */
@ApplicationScoped
public class Outlooks {
  private final TimelineStore timelines;
  private final BriefingStore store;
  private final CircumstancesStore circumstances;

  Outlooks(TimelineStore timelines, BriefingStore store, CircumstancesStore circumstances) {
    this.timelines = timelines;
    this.store = store;
    this.circumstances = circumstances;
  }

  /**
   * How a handoff stands before it is read whole.
   *
   * @param missing what its briefing lacks for its severity now
   * @param next null when nothing dated is due
   */
  public record Outlook(List<Missing> missing, @Nullable NextDue next) {}

  /** What was found, by handoff and by escalation; who has nothing due is not among the latter. */
  public record Found(Map<UUID, Outlook> handoffs, Map<UUID, NextDue> escalations) {}

  /** Looks at handoffs, and at escalations that need not have one; three statements at most. */
  public Uni<Found> of(
      UnitOfWork unit, List<HandoffWithSubject> handoffs, Collection<UUID> escalations) {
    List<UUID> all =
        Stream.concat(handoffs.stream().map(Outlooks::escalation), escalations.stream())
            .distinct()
            .toList();
    if (all.isEmpty()) {
      return Uni.createFrom().item(new Found(Map.of(), Map.of()));
    }
    return latest(unit, handoffs)
        .chain(
            versions ->
                timelines
                    .of(unit, all)
                    .chain(
                        facts ->
                            circumstances
                                .of(unit, all)
                                .map(known -> new Sources(versions, facts, known))))
        .map(sources -> new Found(sources.outlooks(handoffs), sources.next(escalations)));
  }

  private Uni<Map<UUID, BriefingVersion>> latest(
      UnitOfWork unit, List<HandoffWithSubject> handoffs) {
    return handoffs.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : store.latest(unit, handoffs.stream().map(Outlooks::id).toList());
  }

  private record Sources(
      Map<UUID, BriefingVersion> versions,
      Map<UUID, List<TimelineFact>> facts,
      Map<UUID, Circumstances> circumstances) {

    Map<UUID, Outlook> outlooks(List<HandoffWithSubject> handoffs) {
      Map<UUID, Outlook> outlooks = new HashMap<>();
      handoffs.forEach(one -> outlooks.put(id(one), outlook(one)));
      return outlooks;
    }

    private Outlook outlook(HandoffWithSubject item) {
      UUID escalation = escalation(item);
      BriefingVersion version = versions.get(id(item));
      Briefing content = version == null ? draft(escalation) : following(version, escalation);
      return new Outlook(
          Completeness.missing(item.subject().severity(), content), next(content, escalation));
    }

    Map<UUID, NextDue> next(Collection<UUID> escalations) {
      Map<UUID, NextDue> next = new HashMap<>();
      for (UUID escalation : escalations) {
        NextDue due = next(draft(escalation), escalation);
        if (due != null) {
          next.put(escalation, due);
        }
      }
      return next;
    }

    private @Nullable NextDue next(Briefing content, UUID escalation) {
      return NextDue.of(content, circumstances.get(escalation), timeline(escalation)).orElse(null);
    }

    private Briefing draft(UUID escalation) {
      return Drafting.of(timeline(escalation), circumstances.get(escalation));
    }

    private Briefing following(BriefingVersion version, UUID escalation) {
      Written written = Objects.requireNonNullElse(version.written(), Written.NOTHING);
      return Drafting.following(
          written, version.seen(), timeline(escalation), circumstances.get(escalation));
    }

    private List<TimelineFact> timeline(UUID escalation) {
      return facts.getOrDefault(escalation, List.of());
    }
  }

  private static UUID escalation(HandoffWithSubject item) {
    return item.subject().escalationId();
  }

  private static UUID id(HandoffWithSubject item) {
    return item.handoff().plan().id();
  }
}
