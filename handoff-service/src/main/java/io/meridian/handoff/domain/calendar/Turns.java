package io.meridian.handoff.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is in one version of a rotation: a pure function of its anchor, period and
 * participants (and, when turns are counted in shifts, of the patterns that use it). Turn 0 begins
 * at the anchor; turns before it are negative.
 */
final class Turns {

  private final Rotation.Version version;
  private final List<SlotCount> counts;
  private final long slotsBeforeAnchor;

  /** The turn asked for last: slots are asked for in the order of time, so it is often the next. */
  private @Nullable Turn latest;

  /** A turn of the clock's, {@code [start, end)}. */
  private record Turn(long number, Instant start, Instant end) {

    boolean covers(Instant at) {
      return !at.isBefore(start) && at.isBefore(end);
    }
  }

  /**
   * @param counts how the slots of each pattern that uses the rotation are counted
   */
  Turns(Rotation.Version version, List<SlotCount> counts) {
    this.version = version;
    this.counts = counts;
    Instant anchor = WallClock.startOf(version.anchor(), version.zone());
    this.slotsBeforeAnchor = counts.stream().mapToLong(c -> c.before(anchor)).sum();
  }

  Rotation.Version version() {
    return version;
  }

  /**
   * The place in the list of participants of the one who holds the slot. A turn that ends during a
   * slot does not split it: who has the turn when the slot starts, holds it to its end.
   */
  int holder(Slot slot) {
    return Math.floorMod(turn(slot), version.participants().size());
  }

  /** The number of the turn that a slot belongs to: 0 from the anchor, negative before it. */
  long turn(Slot slot) {
    return version.period() == Rotation.Period.SHIFTS
        ? Math.floorDiv(slotsBefore(slot) - slotsBeforeAnchor, version.every())
        : turnAt(slot.start());
  }

  /**
   * The instants at which turns begin, from the turn under way at {@code from} to the first at or
   * after {@code to}.
   */
  List<Instant> handovers(Instant from, Instant to) {
    List<Instant> instants = new ArrayList<>();
    long turn = turnAt(from);
    Instant start = startOf(turn);
    while (start.isBefore(to)) {
      instants.add(start);
      start = startOf(++turn);
    }
    instants.add(start);
    return instants;
  }

  private long turnAt(Instant at) {
    // whoever else asks at the same time sees this turn or another: each is true for ever
    Turn known = latest;
    if (known == null || !known.covers(at)) {
      Turn next = known == null ? null : after(known);
      known = next != null && next.covers(at) ? next : find(at);
      latest = known;
    }
    return known.number();
  }

  private Turn after(Turn turn) {
    return new Turn(turn.number() + 1, turn.end(), startOf(turn.number() + 2));
  }

  private Turn find(Instant at) {
    LocalDateTime local = LocalDateTime.ofInstant(at, version.zone());
    long turn = Math.floorDiv(unit().between(version.anchor(), local), version.every());
    while (!startOf(turn + 1).isAfter(at)) {
      turn++;
    }
    while (startOf(turn).isAfter(at)) {
      turn--;
    }
    return new Turn(turn, startOf(turn), startOf(turn + 1));
  }

  private Instant startOf(long turn) {
    return WallClock.startOf(version.anchor().plus(turn * version.every(), unit()), version.zone());
  }

  private ChronoUnit unit() {
    return switch (version.period()) {
      case DAILY -> ChronoUnit.DAYS;
      case WEEKLY -> ChronoUnit.WEEKS;
      case MONTHLY -> ChronoUnit.MONTHS;
      case SHIFTS -> throw new IllegalStateException("shifts have no length of time");
    };
  }

  private long slotsBefore(Slot slot) {
    return counts.stream()
        .mapToLong(
            count ->
                count.pattern().id().compareTo(slot.pattern().id()) < 0
                    ? count.upTo(slot.start())
                    : count.before(slot.start()))
        .sum();
  }

  /** Counts the slots of one pattern from its first effective date. */
  record SlotCount(ShiftPattern pattern, DateCount dates) {

    /** How many slots start before the instant. */
    long before(Instant at) {
      LocalDate date = LocalDate.ofInstant(at, pattern.zone()).minusDays(1);
      while (Slot.startOn(pattern, date).isBefore(at)) {
        date = date.plusDays(1);
      }
      return dates.before(date);
    }

    /** How many slots start at or before the instant. */
    long upTo(Instant at) {
      return before(at.plusNanos(1));
    }
  }

  /** How many of a pattern's dates, from its first effective one, are before a date. */
  @FunctionalInterface
  interface DateCount {
    long before(LocalDate date);
  }
}
