package io.meridian.handoff.handoff.application;

import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.duty.application.Rosters;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.store.PlannedChange;
import io.meridian.handoff.duty.store.ShiftChangeStore;
import io.meridian.handoff.handoff.domain.Handoff;
import io.meridian.handoff.handoff.store.HandoffStore;
import io.meridian.handoff.handoff.store.HandoffWithSubject;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Handoffs laid out for somebody's answer: escalations locked, boundaries made up that the engine
 * has not come to yet, and what is needed to decide.
 */
record AnswerContext(
    Roster roster,
    Instant now,
    Map<UUID, HandoffWithSubject> items,
    Map<UUID, PlannedChange> changes) {

  /** Lays out handoffs. */
  @ApplicationScoped
  static class Opening {
    private final Rosters rosters;
    private final HandoffStore store;
    private final ShiftChangeStore changes;
    private final Handoffs handoffs;
    private final Clock clock;

    Opening(
        Rosters rosters,
        HandoffStore store,
        ShiftChangeStore changes,
        Handoffs handoffs,
        Clock clock) {
      this.rosters = rosters;
      this.store = store;
      this.changes = changes;
      this.handoffs = handoffs;
      this.clock = clock;
    }

    Uni<AnswerContext> of(UnitOfWork unit, Collection<UUID> ids) {
      return store
          .escalationsOf(unit, ids)
          .chain(
              escalations ->
                  rosters
                      .at(unit, clock.instant(), escalations)
                      .call(() -> store.lock(unit, escalations))
                      .chain(roster -> of(unit, ids, escalations, roster)));
    }

    private Uni<AnswerContext> of(
        UnitOfWork unit, Collection<UUID> ids, List<UUID> escalations, Roster roster) {
      Instant now = clock.instant();
      return handoffs
          .catchUp(
              unit, escalations.stream().collect(Collectors.toMap(id -> id, id -> now)), roster)
          .chain(() -> store.find(unit, ids))
          .chain(
              items ->
                  changes.planned(unit, changeIds(items)).map(c -> context(roster, now, items, c)));
    }

    private static List<UUID> changeIds(List<HandoffWithSubject> items) {
      return items.stream().map(i -> i.handoff().plan().shiftChangeId()).distinct().toList();
    }

    private static AnswerContext context(
        Roster roster,
        Instant now,
        List<HandoffWithSubject> items,
        Map<UUID, PlannedChange> changes) {
      return new AnswerContext(
          roster,
          now,
          items.stream().collect(Collectors.toMap(i -> i.handoff().plan().id(), i -> i)),
          changes);
    }
  }

  /**
   * The handoff with this id.
   *
   * @throws Problem 404 when there is none
   */
  HandoffWithSubject item(UUID id) {
    HandoffWithSubject item = items.get(id);
    if (item == null) {
      throw Problem.notFound("handoff", id);
    }
    return item;
  }

  PlannedChange change(Handoff handoff) {
    PlannedChange change = changes.get(handoff.plan().shiftChangeId());
    if (change == null) {
      throw new IllegalStateException("handoff without shift change " + handoff.plan());
    }
    return change;
  }

  /** The incoming shift as the roster has it now, or as planned when the roster lost it. */
  Shift incoming(Handoff handoff) {
    Shift planned = change(handoff).incoming();
    return roster.shifts().stream()
        .filter(shift -> shift.id().equals(planned.id()))
        .findFirst()
        .orElse(planned);
  }

  /** Whether the TAM is on duty in the incoming region at the instant. */
  boolean onDuty(String tam, Handoff handoff, Instant at) {
    return onDuty(tam, handoff.plan().toRegion(), at);
  }

  /** Whether the TAM is on duty in a region at the instant. */
  boolean onDuty(String tam, String region, Instant at) {
    return roster.covering(at).stream().anyMatch(s -> s.region().equals(region) && s.onDuty(tam));
  }
}
