package io.meridian.handoff.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.GapCause;
import io.meridian.events.RestCause;
import io.meridian.events.ServiceHours;
import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.shiftchange.Holder;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChanges;
import io.meridian.handoff.duty.domain.shiftchange.Terms;
import io.meridian.handoff.duty.domain.stay.Deciding;
import io.meridian.handoff.duty.domain.stay.Home;
import io.meridian.handoff.duty.domain.stay.Stay;
import io.meridian.handoff.duty.domain.stay.StayRule;
import io.meridian.handoff.duty.domain.stay.Stays;
import io.meridian.handoff.ledger.domain.Stretch.Attended;
import io.meridian.handoff.ledger.domain.Stretch.Resting;
import io.meridian.handoff.ledger.domain.Stretch.Unattended;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttendancePropertyTest {

  static LongStream seeds() {
    return RandomHistory.seeds(500);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void stretches_partition_the_open_time_to_the_millisecond(long seed) {
    World world = new World(seed);

    List<Stretch> stretches = world.stretches(world.until);

    Instant at = world.intervals.getFirst().start();
    long millis = 0;
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      assertThat(stretch.start()).isEqualTo(at).isBefore(stretch.end());
      if (i > 0) {
        boolean passed = world.intervals.stream().anyMatch(x -> x.start().equals(stretch.start()));
        assertThat(!passed && sameKind(stretches.get(i - 1), stretch))
            .as("neighbours differ")
            .isFalse();
      }
      millis += Duration.between(stretch.start(), stretch.end()).toMillis();
      at = stretch.end();
    }
    assertThat(at).isEqualTo(world.until);
    assertThat(millis)
        .isEqualTo(Duration.between(world.intervals.getFirst().start(), world.until).toMillis());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void every_instant_is_what_the_law_says(long seed) {
    World world = new World(seed);
    List<Stretch> stretches = world.stretches(world.until);

    for (Instant at : world.hardInstants()) {
      Stretch stretch = covering(stretches, at);
      Optional<RestCause> rest = world.restAt(at);
      Optional<GapCause> cause = rest.isPresent() ? Optional.empty() : world.causeAt(at);
      assertThat(stretch instanceof Resting)
          .as("%s at %s", stretch, at)
          .isEqualTo(rest.isPresent());
      assertThat(stretch instanceof Unattended)
          .as("%s at %s", stretch, at)
          .isEqualTo(cause.isPresent());
      if (stretch instanceof Unattended gap) {
        assertThat(gap.reason().cause()).as("%s at %s", gap, at).isEqualTo(cause.get());
        assertThat(gap.reason().tam()).isEqualTo(world.accountable(at).tam());
        assertThat(gap.reason().agreed()).as("%s at %s", gap, at).isEqualTo(world.agreedAt(at));
      }
      if (stretch instanceof Resting resting) {
        assertThat(resting.cause()).as("%s at %s", resting, at).isEqualTo(rest.get());
        assertThat(resting.tam()).isEqualTo(world.accountable(at).tam());
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_gap_belongs_to_the_shift_change_that_the_handoffs_are_of(long seed) {
    World world = new World(seed);
    List<Stretch> stretches = world.stretches(world.until);

    for (Instant at : world.hardInstants()) {
      if (covering(stretches, at) instanceof Unattended gap) {
        assertThat(gap.reason().shiftChangeId())
            .as("seed %d at %s", seed, at)
            .isEqualTo(world.currentChange(at).map(ShiftChange::id).orElse(null));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void cutting_the_derivation_anywhere_changes_nothing_before_the_cut(long seed) {
    World world = new World(seed);
    List<Stretch> whole = world.stretches(world.until);

    for (Instant cut : world.hardInstants()) {
      assertThat(world.stretches(cut)).as("cut at %s", cut).isEqualTo(cutAt(whole, cut));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void only_the_gap_that_reaches_the_end_is_open(long seed) {
    World world = new World(seed);
    List<Stretch> stretches = world.stretches(world.until);

    List<Gap> gaps = Gap.in(stretches, world.until);

    List<Gap> open = gaps.stream().filter(g -> g.end() == null).toList();
    assertThat(open).hasSize(stretches.getLast() instanceof Unattended ? 1 : 0);
    assertThat(gaps).hasSize((int) stretches.stream().filter(Unattended.class::isInstance).count());
  }

  private static List<Stretch> cutAt(List<Stretch> stretches, Instant cut) {
    return stretches.stream()
        .filter(s -> s.start().isBefore(cut))
        .map(s -> s.end().isAfter(cut) ? ending(s, cut) : s)
        .toList();
  }

  private static Stretch ending(Stretch stretch, Instant end) {
    return switch (stretch) {
      case Attended a -> new Attended(a.start(), end);
      case Unattended u -> new Unattended(u.start(), end, u.reason());
      case Resting r -> new Resting(r.start(), end, r.cause(), r.tam(), r.region());
    };
  }

  private static boolean sameKind(Stretch a, Stretch b) {
    return ending(a, Instant.MAX).equals(ending(b, Instant.MAX))
        || a instanceof Attended && b instanceof Attended
        || a instanceof Resting r && b instanceof Resting q && r.cause() == q.cause()
        || a instanceof Unattended u && b instanceof Unattended v && u.reason().equals(v.reason());
  }

  private static Stretch covering(List<Stretch> stretches, Instant at) {
    return stretches.stream()
        .filter(s -> !at.isBefore(s.start()) && at.isBefore(s.end()))
        .findFirst()
        .orElseThrow();
  }

  /** A random world, and the law read literally, instant by instant. */
  private static final class World {
    final RandomHistory history;
    final Roster roster;
    final List<Accountability> intervals;
    final List<Hold> holds;
    final List<Regime> regimes;
    final Stays stays;
    final List<Interval> agreed;
    final Instant until;

    World(long seed) {
      history = new RandomHistory(seed);
      roster = history.roster();
      intervals = history.accountability();
      holds = history.holds(intervals);
      until = intervals.getLast().start().plusMillis(1 + history.random.nextLong(100_000_000));
      regimes = history.regimes(intervals.getFirst().start());
      StayRule rule = planner(Stays.NONE).stayRule();
      stays =
          Stays.of(
              new Deciding(roster, rule, until)
                  .missing(Possessions.of(intervals, regimes, until), Stays.NONE, List.of()));
      Instant from = history.instant();
      agreed =
          List.of(new Interval(from, from.plusMillis(1 + history.random.nextLong(90_000_000))));
    }

    List<Stretch> stretches(Instant end) {
      return new Attendance(roster, planner(stays), stays, agreed)
          .of(intervals, holds, regimes, end);
    }

    ShiftChanges planner(Stays decided) {
      return new ShiftChanges(roster, Terms.DEFAULT, decided);
    }

    Regime regimeAt(Instant at) {
      return regimes.stream()
          .filter(regime -> !regime.since().isAfter(at))
          .reduce((a, b) -> b)
          .orElseThrow();
    }

    /** Resolved goes before attended, attended before resting, resting before gap. */
    Optional<RestCause> restAt(Instant at) {
      Regime regime = regimeAt(at);
      if (regime.resolved()) {
        return Optional.of(RestCause.RESOLVED);
      }
      if (regime.hours() == ServiceHours.FOLLOW_THE_SUN || causeAt(at).isEmpty()) {
        return Optional.empty();
      }
      String tam = accountable(at).tam();
      boolean othersAreThere =
          roster.shifts().stream()
              .anyMatch(s -> s.covers(at) && s.region().equals(regime.home()) && s.isHeld());
      boolean keeps =
          stays.all().stream()
              .filter(s -> s.home().equals(new Home(tam, regime.home())))
              .filter(s -> !s.since().isAfter(at))
              .max(Comparator.comparing(Stay::since))
              .filter(s -> s.until() != null && at.isBefore(s.until()))
              .isPresent();
      return keeps || !othersAreThere ? Optional.of(RestCause.HOME_HOURS) : Optional.empty();
    }

    /** Nobody is on duty anywhere, and somebody had agreed to that. */
    boolean agreedAt(Instant at) {
      return roster.shifts().stream().noneMatch(s -> s.covers(at) && s.isHeld())
          && agreed.stream().anyMatch(interval -> interval.covers(at));
    }

    TreeSet<Instant> hardInstants() {
      TreeSet<Instant> instants = new TreeSet<>();
      Instant first = intervals.getFirst().start();
      instants.addAll(roster.boundaries().subSet(first, until));
      intervals.forEach(i -> instants.add(i.start()));
      holds.forEach(h -> instants.addAll(List.of(h.start(), h.end())));
      regimes.forEach(r -> instants.add(r.since()));
      stays.all().forEach(s -> instants.add(s.since()));
      agreed.forEach(a -> instants.addAll(List.of(a.start(), a.end())));
      instants.addAll(instants.stream().map(i -> i.minusMillis(1)).toList());
      instants.addAll(instants.stream().map(i -> i.plusMillis(1)).toList());
      instants.removeIf(i -> i.isBefore(first) || !i.isBefore(until));
      return instants;
    }

    Accountability accountable(Instant at) {
      return intervals.stream().filter(i -> i.covers(at)).findFirst().orElseThrow();
    }

    Optional<GapCause> causeAt(Instant at) {
      String tam = accountable(at).tam();
      List<Shift> shifts = roster.shifts();
      boolean held = holds.stream().anyMatch(h -> h.tam().equals(tam) && h.covers(at));
      if (held || shifts.stream().anyMatch(s -> s.covers(at) && s.onDuty(tam))) {
        return Optional.empty();
      }
      if (shifts.stream().noneMatch(s -> s.covers(at) && s.isHeld())) {
        return Optional.of(
            shifts.stream().anyMatch(s -> s.covers(at))
                ? GapCause.EMPTY_SHIFT
                : GapCause.COVERAGE_HOLE);
      }
      return Optional.of(
          roster.lastDutyBefore(tam, at).filter(d -> d.end().isBefore(d.slotEnd())).isPresent()
              ? GapCause.OFF_ROSTER
              : GapCause.UNACCEPTED_HANDOFF);
    }

    Optional<ShiftChange> currentChange(Instant at) {
      Accountability now = accountable(at);
      List<Interval> own =
          holds.stream()
              .filter(h -> h.tam().equals(now.tam()))
              .filter(h -> h.start().isBefore(now.end() == null ? until : now.end()))
              .filter(h -> h.end().isAfter(now.start()))
              .map(h -> new Interval(h.start(), h.end()))
              .toList();
      String home = regimeAt(at).livesIn();
      Holder holder = new Holder(now.tam(), now.region(), now.start(), own, home);
      return planner(stays).current(holder, at);
    }
  }
}
