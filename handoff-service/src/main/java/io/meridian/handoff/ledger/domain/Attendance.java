package io.meridian.handoff.ledger.domain;

import io.meridian.events.GapCause;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.duty.domain.Duty;
import io.meridian.handoff.duty.domain.Instants;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChanges;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When an escalation was attended, and when and why it was not: a pure function of who was
 * accountable, their holds and the roster. The stored gap ledger equals what this derives.
 *
 * <p>Remembers what it asked the roster, for the many escalations of one run; not for use by
 * several threads.
 */
public final class Attendance {
  private final Roster roster;
  private final ShiftChanges planner;
  private final Map<Instant, Coverage> coverages = new HashMap<>();
  private final Map<Outgoing, Optional<ShiftChange>> planned = new HashMap<>();

  private enum Coverage {
    NO_SHIFT,
    EMPTY_SHIFT,
    SOMEBODY
  }

  private record Outgoing(String tam, String region, Instant boundary) {}

  /**
   * @param roster from before the first accountability to at least the next shift after the last
   *     instant asked for
   */
  public Attendance(Roster roster, ShiftChanges planner) {
    this.roster = roster;
    this.planner = planner;
  }

  /**
   * The stretches that partition the intervals up to {@code until}, by start; neighbours differ in
   * what they say or in who is accountable. What each says depends on nothing at or after its end
   * but the plan of shifts to come.
   *
   * @param intervals accountability of one span of one escalation, by start
   * @param holds of anybody; those of who is accountable count
   * @param until exclusive
   */
  public List<Stretch> of(List<Accountability> intervals, List<Hold> holds, Instant until) {
    Stretches stretches = new Stretches();
    for (Accountability interval : intervals) {
      List<Hold> own = holds.stream().filter(h -> h.tam().equals(interval.tam())).toList();
      Instant end = interval.end();
      stretches.pass();
      walk(interval, own, end == null || end.isAfter(until) ? until : end, stretches);
    }
    return stretches.list();
  }

  /** The shift change of that id, if a stretch derived here belongs to it. */
  public Optional<ShiftChange> planned(UUID shiftChangeId) {
    return planned.values().stream()
        .flatMap(Optional::stream)
        .filter(change -> change.id().equals(shiftChangeId))
        .findFirst();
  }

  private void walk(Accountability interval, List<Hold> holds, Instant end, Stretches stretches) {
    String tam = interval.tam();
    ShiftChange change = null;
    boolean wasOnDuty = false;
    Instant at = interval.start();
    while (at.isBefore(end)) {
      Optional<Duty> duty = roster.dutyAt(tam, at);
      Instant next;
      if (duty.isPresent()) {
        next = Instants.earlier(duty.get().end(), end);
        stretches.attended(at, next);
        change = null;
      } else {
        next = nextCut(at, holds, end);
        boolean held = isHeld(holds, at);
        if (mustPlan(change, at, held, wasOnDuty)) {
          change = plan(interval, at);
        }
        if (held) {
          stretches.attended(at, next);
        } else {
          stretches.unattended(at, next, reason(interval, change, at));
        }
      }
      wasOnDuty = duty.isPresent();
      at = next;
    }
  }

  /**
   * Who goes off duty is outgoing then, also on hold; who is neither on duty nor on hold is
   * outgoing when the shift that should have taken over is over, or there was none.
   */
  private static boolean mustPlan(
      @Nullable ShiftChange change, Instant at, boolean held, boolean wasOnDuty) {
    return wasOnDuty || !held && (change == null || change.isOver(at));
  }

  private @Nullable ShiftChange plan(Accountability interval, Instant boundary) {
    var outgoing = new Outgoing(interval.tam(), interval.region(), boundary);
    return planned
        .computeIfAbsent(outgoing, o -> planner.at(o.tam(), o.region(), o.boundary()))
        .orElse(null);
  }

  private GapReason reason(Accountability interval, @Nullable ShiftChange change, Instant at) {
    return new GapReason(
        cause(interval.tam(), at),
        interval.tam(),
        interval.region(),
        change == null ? null : change.toRegion(),
        change == null ? null : change.id());
  }

  private GapCause cause(String tam, Instant at) {
    return switch (coverage(at)) {
      case NO_SHIFT -> GapCause.COVERAGE_HOLE;
      case EMPTY_SHIFT -> GapCause.EMPTY_SHIFT;
      case SOMEBODY ->
          roster.lastDutyBefore(tam, at).filter(Duty::leftInMidShift).isPresent()
              ? GapCause.OFF_ROSTER
              : GapCause.UNACCEPTED_HANDOFF;
    };
  }

  /** Coverage changes only where a shift begins or ends. */
  private Coverage coverage(Instant at) {
    Instant since = roster.boundaries().floor(at);
    return since == null
        ? Coverage.NO_SHIFT
        : coverages.computeIfAbsent(since, this::coverageSince);
  }

  private Coverage coverageSince(Instant boundary) {
    List<Shift> covering = roster.covering(boundary);
    if (covering.stream().anyMatch(Shift::isHeld)) {
      return Coverage.SOMEBODY;
    }
    return covering.isEmpty() ? Coverage.NO_SHIFT : Coverage.EMPTY_SHIFT;
  }

  private Instant nextCut(Instant at, List<Hold> holds, Instant end) {
    Instant next = end;
    Instant boundary = roster.boundaries().higher(at);
    if (boundary != null) {
      next = Instants.earlier(next, boundary);
    }
    for (Hold hold : holds) {
      Instant cut = hold.start().isAfter(at) ? hold.start() : hold.end();
      next = cut.isAfter(at) ? Instants.earlier(next, cut) : next;
    }
    return next;
  }

  private static boolean isHeld(List<Hold> holds, Instant at) {
    return holds.stream().anyMatch(hold -> hold.covers(at));
  }
}
