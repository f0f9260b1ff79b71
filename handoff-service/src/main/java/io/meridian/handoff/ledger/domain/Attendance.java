package io.meridian.handoff.ledger.domain;

import io.meridian.events.GapCause;
import io.meridian.events.RestCause;
import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.duty.domain.Duty;
import io.meridian.handoff.duty.domain.Instants;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.shiftchange.Holder;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChanges;
import io.meridian.handoff.duty.domain.stay.Home;
import io.meridian.handoff.duty.domain.stay.Stays;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When an escalation was attended, when it rested, and when and why it did neither: a pure function
 * of who was accountable, their holds, whether it travels, what was decided to stay at home, and
 * the roster. The stored ledgers equal what this derives.
 *
 * <p>Remembers what it asked the roster, for the many escalations of one run; not for use by
 * several threads.
 */
public final class Attendance {
  private final Roster roster;
  private final ShiftChanges planner;
  private final Stays stays;
  private final List<Interval> agreed;
  private final Map<Instant, Coverage> coverages = new HashMap<>();
  private final Map<Outgoing, Optional<ShiftChange>> planned = new HashMap<>();
  private final Map<Situation, Optional<ShiftChange>> current = new HashMap<>();

  private enum Coverage {
    NO_SHIFT,
    EMPTY_SHIFT,
    SOMEBODY
  }

  private record Outgoing(String tam, String region, Instant boundary) {}

  private record Situation(Holder holder, Instant at) {}

  /** Somebody is accountable, with their holds. */
  private record Tenure(Accountability interval, List<Hold> holds) {
    String tam() {
      return interval.tam();
    }

    boolean isHeld(Instant at) {
      return holds.stream().anyMatch(hold -> hold.covers(at));
    }

    Holder holder(@Nullable String home) {
      List<Interval> apart =
          Holds.merged(holds).stream().map(h -> new Interval(h.start(), h.end())).toList();
      return new Holder(interval.tam(), interval.region(), interval.start(), apart, home);
    }
  }

  /**
   * @param roster from before the first accountability to at least the next shift after the last
   *     instant asked for
   * @param stays what was decided about the homes of all who are accountable
   * @param agreed when coverage holes are agreed to: stretches apart from each other, in order
   */
  public Attendance(Roster roster, ShiftChanges planner, Stays stays, List<Interval> agreed) {
    this.roster = roster;
    this.planner = planner.with(stays);
    this.stays = stays;
    this.agreed = List.copyOf(agreed);
  }

  /** Of what was never decided to stay, in holes that nobody agreed to. */
  public Attendance(Roster roster, ShiftChanges planner) {
    this(roster, planner, Stays.NONE, List.of());
  }

  /**
   * The stretches that partition the intervals up to {@code until}, by start; neighbours differ in
   * what they say or in who is accountable. What each says depends on nothing at or after its end
   * but the plan of shifts to come.
   *
   * @param intervals accountability of one span of one escalation, by start
   * @param holds of anybody; those of who is accountable count
   * @param regimes of the span, by start
   * @param until exclusive
   */
  public List<Stretch> of(
      List<Accountability> intervals, List<Hold> holds, List<Regime> regimes, Instant until) {
    Stretches stretches = new Stretches();
    for (Accountability interval : intervals) {
      List<Hold> own = holds.stream().filter(h -> h.tam().equals(interval.tam())).toList();
      Instant end = interval.end();
      stretches.pass();
      Instant last = end == null || end.isAfter(until) ? until : end;
      walk(new Tenure(interval, own), regimes, last, stretches);
    }
    return stretches.list();
  }

  /** The shift change of that id, if a stretch derived here belongs to it. */
  public Optional<ShiftChange> planned(UUID shiftChangeId) {
    return Stream.concat(planned.values().stream(), current.values().stream())
        .flatMap(Optional::stream)
        .filter(change -> change.id().equals(shiftChangeId))
        .findFirst();
  }

  /** One interval, regime by regime. */
  private void walk(Tenure tenure, List<Regime> regimes, Instant end, Stretches stretches) {
    Instant at = tenure.interval().start();
    while (at.isBefore(end)) {
      Regime regime = Regime.at(regimes, at);
      Instant next = Regime.nextAfter(regimes, at, end);
      String home = regime.livesIn();
      if (regime.resolved()) {
        stretches.resting(at, next, RestCause.RESOLVED, tenure.interval());
      } else if (home == null) {
        travel(tenure, at, next, stretches);
      } else {
        stay(tenure, home, at, next, stretches);
      }
      at = next;
    }
  }

  /** What follows the sun, from an instant of the interval on. */
  private void travel(Tenure tenure, Instant from, Instant end, Stretches stretches) {
    boolean lastDutyIsUnseen = from.isAfter(tenure.interval().start());
    ShiftChange change = null;
    boolean wasOnDuty = false;
    Instant at = from;
    while (at.isBefore(end)) {
      Optional<Duty> duty = roster.dutyAt(tenure.tam(), at);
      Instant next;
      if (duty.isPresent()) {
        next = Instants.earlier(duty.get().end(), end);
        stretches.attended(at, next);
        change = null;
        lastDutyIsUnseen = false;
      } else {
        next = nextCut(at, tenure.holds(), end);
        boolean held = tenure.isHeld(at);
        if (lastDutyIsUnseen) {
          change = current(tenure.holder(null), at);
          lastDutyIsUnseen = false;
        }
        if (mustPlan(change, at, held, wasOnDuty)) {
          change = plan(tenure.interval(), at);
        }
        if (held) {
          stretches.attended(at, next);
        } else {
          unattended(tenure.interval(), change, at, next, stretches);
        }
      }
      wasOnDuty = duty.isPresent();
      at = next;
    }
  }

  /** What lives in a region, from an instant of the interval on. */
  private void stay(Tenure tenure, String region, Instant from, Instant end, Stretches stretches) {
    Home home = new Home(tenure.tam(), region);
    Instant at = from;
    while (at.isBefore(end)) {
      Optional<Duty> duty = roster.dutyAt(tenure.tam(), at);
      Instant cut = nextCut(at, tenure.holds(), end);
      Instant next = stays.edgeAfter(home, at).filter(cut::isAfter).orElse(cut);
      if (duty.isPresent()) {
        next = Instants.earlier(duty.get().end(), end);
        stretches.attended(at, next);
      } else if (tenure.isHeld(at)) {
        stretches.attended(at, next);
      } else if (stays.keeps(home, at) || !planner.stayRule().othersAreThere(home, at)) {
        stretches.resting(at, next, RestCause.HOME_HOURS, tenure.interval());
      } else {
        ShiftChange change = current(tenure.holder(region), at);
        unattended(tenure.interval(), change, at, next, stretches);
      }
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

  private @Nullable ShiftChange current(Holder holder, Instant at) {
    return current
        .computeIfAbsent(new Situation(holder, at), s -> planner.current(s.holder(), s.at()))
        .orElse(null);
  }

  /** One piece of a gap, or more where an agreement begins or ends in it. */
  private void unattended(
      Accountability interval,
      @Nullable ShiftChange change,
      Instant from,
      Instant end,
      Stretches stretches) {
    GapCause cause = cause(interval.tam(), from);
    boolean isHole = cause == GapCause.COVERAGE_HOLE || cause == GapCause.EMPTY_SHIFT;
    Instant at = from;
    while (at.isBefore(end)) {
      Instant next = isHole ? agreementEdge(at, end) : end;
      stretches.unattended(
          at,
          next,
          new GapReason(
              cause,
              interval.tam(),
              interval.region(),
              change == null ? null : change.toRegion(),
              change == null ? null : change.id(),
              isHole && isAgreed(at)));
      at = next;
    }
  }

  private boolean isAgreed(Instant at) {
    return agreed.stream().anyMatch(stretch -> stretch.covers(at));
  }

  private Instant agreementEdge(Instant at, Instant end) {
    return agreed.stream()
        .flatMap(stretch -> Stream.of(stretch.start(), stretch.end()))
        .filter(edge -> edge.isAfter(at) && edge.isBefore(end))
        .min(Instant::compareTo)
        .orElse(end);
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
}
