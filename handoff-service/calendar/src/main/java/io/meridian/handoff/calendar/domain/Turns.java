package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is in one version of a rotation: a pure function of its anchor, period and
 * participants (and, when turns are counted in shifts, of the patterns that use it). Turn 0 begins
 * at the anchor; turns before it are negative. Where the version says how many shifts are dealt,
 * the count begins there instead.
 */
final class Turns {

  private final Rotation.Version version;
  private final List<SlotCount> counts;

  /** How many shifts start before the one that the count begins with. */
  private final long origin;

  /** The turn asked for last: slots are asked for in the order of time, so it is often the next. */
  private @Nullable Turn latest;

  /** A turn of the clock's, {@code [start, end)}. */
  private record Turn(long number, Instant start, Instant end) {

    boolean covers(Instant at) {
      return !at.isBefore(start) && at.isBefore(end);
    }
  }

  /**
   * @param counts how the shifts of each pattern that uses the rotation are counted; not needed
   *     unless turns are counted in shifts
   */
  Turns(Rotation.Version version, List<SlotCount> counts) {
    this.version = version;
    this.counts = counts;
    Rotation.@Nullable Dealt dealt = version.dealt();
    this.origin = dealt == null ? before(anchor()) : before(dealt.until()) - dealt.shifts();
  }

  Rotation.Version version() {
    return version;
  }

  /**
   * Who may serve, and in which order.
   *
   * @param participants in the order of their turns, once around
   * @param holder place of the one whose turn it is
   */
  record Order(List<String> participants, int holder) {

    /** The one whose turn comes {@code places} after the holder's. */
    String after(int places) {
      return participants.get((holder + places) % participants.size());
    }

    /** All of them, from the one whose turn it is. */
    List<String> fromHolder() {
      return IntStream.range(0, participants.size()).mapToObj(this::after).toList();
    }
  }

  /**
   * Who may serve on the slot. A turn that ends during a slot does not split it: who has the turn
   * when the slot starts, holds it to its end.
   */
  Order order(Slot slot) {
    return ofTurn(turn(slot));
  }

  /** Who may serve on the shift that is dealt after so many, from the anchor on. */
  Order order(long shifts) {
    return ofTurn(Math.floorDiv(shifts, version.every()));
  }

  private Order ofTurn(long turn) {
    List<String> participants = version.participants();
    return new Order(participants, Math.floorMod(turn, participants.size()));
  }

  /** The instant at which the first participant's turn begins. */
  Instant anchor() {
    return WallClock.startOf(version.anchor(), version.zone());
  }

  /** The number of the turn that a slot belongs to: 0 from the anchor, negative before it. */
  long turn(Slot slot) {
    return version.period() == Rotation.Period.SHIFTS
        ? Math.floorDiv(number(slot), version.every())
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
    return WallClock.startOf(wallStartOf(turn), version.zone());
  }

  /** The wall time at which a turn of the clock's begins. */
  LocalDateTime wallStartOf(long turn) {
    return version.anchor().plus(turn * version.every(), unit());
  }

  private ChronoUnit unit() {
    return switch (version.period()) {
      case DAILY -> ChronoUnit.DAYS;
      case WEEKLY -> ChronoUnit.WEEKS;
      case MONTHLY -> ChronoUnit.MONTHS;
      case SHIFTS -> throw new IllegalStateException("shifts have no length of time");
    };
  }

  /** How many shifts are dealt before the instant, from the anchor on; negative before it. */
  long dealt(Instant at) {
    return before(at) - origin;
  }

  /** How many shifts are dealt before a slot, from the anchor on; negative before it. */
  long number(Slot slot) {
    return counts.stream()
            .mapToLong(
                count ->
                    count.pattern().id().compareTo(slot.pattern().id()) < 0
                        ? count.upTo(slot.start())
                        : count.before(slot.start()))
            .sum()
        - origin;
  }

  private long before(Instant at) {
    return counts.stream().mapToLong(count -> count.before(at)).sum();
  }
}
