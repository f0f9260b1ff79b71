package io.meridian.handoff.domain.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why there is a gap in the coverage that given shifts make. */
final class GapCauses {

  private final List<Interval> daysOff;
  private final List<Shift> empty;
  private final Map<String, ShiftPattern> patterns = new HashMap<>();
  private final List<Shift> held;
  private final Map<Instant, List<Shift>> byEnd;
  private final Map<Instant, List<Shift>> byStart;
  private @Nullable IntervalIndex<Interval> standard;

  GapCauses(RosterRules rules, List<Shift> shifts, Instant from, Instant to) {
    rules.calendar().shiftPatterns().forEach(pattern -> patterns.put(pattern.id(), pattern));
    this.daysOff = rules.daysOff(from, to);
    this.empty = shifts.stream().filter(shift -> shift.primary() == null).toList();
    this.held = shifts.stream().filter(shift -> shift.primary() != null).toList();
    this.byEnd = held.stream().collect(Collectors.groupingBy(Shift::end));
    this.byStart = held.stream().collect(Collectors.groupingBy(Shift::start));
  }

  CoverageGap.Cause of(Instant start, Instant end) {
    if (daysOff.stream().anyMatch(off -> off.intersects(start, end))) {
      return CoverageGap.Cause.HOLIDAY;
    }
    if (empty.stream().anyMatch(shift -> shift.intersects(start, end))) {
      return CoverageGap.Cause.EMPTY_SHIFT;
    }
    Optional<Instant> standardStart =
        byEnd.getOrDefault(start, List.of()).stream()
            .map(this::standardEnd)
            .max(Comparator.naturalOrder());
    Optional<Instant> standardEnd =
        byStart.getOrDefault(end, List.of()).stream()
            .map(this::standardStart)
            .min(Comparator.naturalOrder());
    return standardStart.isPresent()
            && standardEnd.isPresent()
            && isCoveredOnStandardOffsets(standardStart.get(), standardEnd.get())
        ? CoverageGap.Cause.CLOCK_CHANGE
        : CoverageGap.Cause.NO_SHIFT;
  }

  /** Whether nothing is left of the hole between the shifts that it lies between. */
  private boolean isCoveredOnStandardOffsets(Instant start, Instant end) {
    return !start.isBefore(end)
        || new Interval(start, end).without(standardIndex().intersecting(start, end)).isEmpty();
  }

  private IntervalIndex<Interval> standardIndex() {
    if (standard == null) {
      List<Interval> intervals =
          held.stream()
              .filter(shift -> standardStart(shift).isBefore(standardEnd(shift)))
              .map(shift -> new Interval(standardStart(shift), standardEnd(shift)))
              .toList();
      standard = new IntervalIndex<>(intervals, Interval::start, Interval::end);
    }
    return standard;
  }

  /**
   * The same wall time on the zone's standard offset. What leave, an override or an edit cut is an
   * instant and stays where it is.
   */
  private Instant standardStart(Shift shift) {
    ShiftPattern pattern = patterns.get(shift.pattern());
    return pattern == null || !shift.start().equals(shift.slotStart())
        ? shift.start()
        : standard(shift.start(), pattern.start(), shift.zone(), WallClock::startOf);
  }

  private Instant standardEnd(Shift shift) {
    ShiftPattern pattern = patterns.get(shift.pattern());
    return pattern == null || !shift.end().equals(shift.slotEnd())
        ? shift.end()
        : standard(shift.end(), pattern.end(), shift.zone(), WallClock::endOf);
  }

  /**
   * @param nominal the pattern's time, from which {@code at} differs where a clock change skips it
   */
  private static Instant standard(
      Instant at,
      LocalTime nominal,
      ZoneId zone,
      BiFunction<LocalDateTime, ZoneId, Instant> toInstant) {
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    LocalDateTime meant = local.toLocalDate().atTime(nominal);
    LocalDateTime wall = toInstant.apply(meant, zone).equals(at) ? meant : local;
    return wall.toInstant(zone.getRules().getStandardOffset(at));
  }
}
