package io.meridian.handoff.handoff.application;

import io.meridian.events.BriefingStatus;
import io.meridian.events.CancelReason;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.duty.application.Rosters;
import io.meridian.handoff.duty.domain.Duty;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChanges;
import io.meridian.handoff.duty.store.ShiftChangeStore;
import io.meridian.handoff.handoff.application.Announcements.Fact;
import io.meridian.handoff.handoff.domain.Handoff;
import io.meridian.handoff.handoff.domain.HandoffPlan;
import io.meridian.handoff.handoff.domain.Stage;
import io.meridian.handoff.handoff.store.HandoffStore;
import io.meridian.handoff.handoff.store.HandoffStore.Pair;
import io.meridian.handoff.handoff.store.HandoffWithSubject;
import io.meridian.handoff.handoff.store.PastStore;
import io.meridian.handoff.handoff.store.PastStore.HandedOver;
import io.meridian.handoff.handoff.store.PastStore.Held;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes up handoffs that there was no time to make: somebody's duty ended while nobody drove shift
 * changes, and when that is learnt the escalation is over, or is somebody else's. They are written
 * down as cancelled, with their lateness: a boundary is made up, never skipped.
 */
@ApplicationScoped
class MissedBoundaries {
  /** Nobody is to complete the briefing of what is over. */
  private static final BriefingStatus UNLOOKED = new BriefingStatus(0, List.of());

  private final PastStore past;
  private final Rosters rosters;
  private final HandoffStore handoffs;
  private final ShiftChangeStore shiftChanges;
  private final CurrentCalendar calendar;
  private final HandoffConfig config;
  private final Outbox outbox;
  private final Clock clock;

  MissedBoundaries(
      PastStore past,
      Rosters rosters,
      HandoffStore handoffs,
      ShiftChangeStore shiftChanges,
      CurrentCalendar calendar,
      HandoffConfig config,
      Outbox outbox,
      Clock clock) {
    this.past = past;
    this.rosters = rosters;
    this.handoffs = handoffs;
    this.shiftChanges = shiftChanges;
    this.calendar = calendar;
    this.config = config;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Makes up what these escalations missed before they closed, were resolved or moved. */
  Uni<Void> makeUp(UnitOfWork unit, Collection<UUID> ids, CancelReason reason) {
    return past.ended(unit, ids)
        .chain(
            ended ->
                ended.stream()
                    .map(Held::since)
                    .min(Instant::compareTo)
                    .map(since -> makeUp(unit, ids, reason, ended, since))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> makeUp(
      UnitOfWork unit, Collection<UUID> ids, CancelReason reason, List<Held> ended, Instant since) {
    return rosters
        .between(unit, since, clock.instant())
        .chain(
            roster ->
                past.handedOver(unit, ids)
                    .map(known -> missed(roster, ended, known))
                    .chain(
                        missed ->
                            missed.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : write(unit, missed, reason)));
  }

  private record Missed(Held held, ShiftChange change) {}

  private List<Missed> missed(Roster roster, List<Held> ended, Set<HandedOver> known) {
    var changes = new ShiftChanges(roster, config.terms());
    List<Missed> missed = new ArrayList<>();
    for (Held held : ended) {
      for (Duty duty : roster.duties(held.tam())) {
        Instant end = duty.end();
        boolean crossed =
            end.isAfter(held.since())
                && (held.closed() ? end.isBefore(held.until()) : !end.isAfter(held.until()));
        UUID escalation = held.subject().escalationId();
        if (crossed
            && held.travelsOver(end)
            && !known.contains(new HandedOver(escalation, held.tam(), end))) {
          changes
              .at(held.tam(), held.region(), end)
              .ifPresent(change -> missed.add(new Missed(held, change)));
        }
      }
    }
    return missed;
  }

  private Uni<Void> write(UnitOfWork unit, List<Missed> missed, CancelReason reason) {
    Instant now = clock.instant();
    Map<UUID, ShiftChange> changes =
        missed.stream()
            .map(Missed::change)
            .collect(Collectors.toMap(ShiftChange::id, c -> c, (a, b) -> a, LinkedHashMap::new));
    return shiftChanges
        .prepare(unit, changes.values(), now, Duration.ZERO)
        .chain(
            () ->
                handoffs.earlier(
                    unit,
                    changes.keySet(),
                    missed.stream().map(m -> m.held().subject().escalationId()).toList()))
        .chain(
            earlier ->
                calendar
                    .in(unit)
                    .chain(
                        people -> {
                          var announcements = new Announcements(people);
                          List<HandoffWithSubject> cancelled = new ArrayList<>();
                          for (Missed one : missed) {
                            Handoff handoff = cancelled(one, reason, earlier, now);
                            var item =
                                new HandoffWithSubject(handoff, one.held().subject(), UNLOOKED);
                            cancelled.add(item);
                            announcements.add(Fact.CANCELLED, item);
                          }
                          return handoffs
                              .insert(unit, cancelled, now, now)
                              .chain(() -> outbox.append(unit, announcements.events()));
                        }));
  }

  private Handoff cancelled(
      Missed one, CancelReason reason, Map<Pair, Integer> earlier, Instant now) {
    ShiftChange change = one.change();
    UUID escalation = one.held().subject().escalationId();
    HandoffPlan plan =
        HandoffPlan.of(
            change,
            escalation,
            one.held().tam(),
            earlier.getOrDefault(new Pair(change.id(), escalation), 0));
    Instant possible =
        change.draftAt().isBefore(one.held().since()) ? one.held().since() : change.draftAt();
    Duration late = Duration.between(possible, now);
    Stage.Drafted drafted = new Stage.Drafted();
    return Handoff.draft(plan, now).late(late).cancel(drafted, reason, now);
  }
}
