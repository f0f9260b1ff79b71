package io.meridian.handoff.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Why there is a gap in the coverage that given shifts make. */
final class GapCauses {

  private final List<Interval> daysOff;
  private final List<Shift> empty;

  /** By instant: where the latest of the shifts that end then would end on standard offsets. */
  private final Map<Instant, Instant> standardEnds = new HashMap<>();

  /** By instant: where the earliest of the shifts that start then would start. */
  private final Map<Instant, Instant> standardStarts = new HashMap<>();

  private final IntervalIndex<Interval> standard;

  private final Map<String, ShiftPattern> patterns = new HashMap<>();

  GapCauses(RosterRules rules, List<Shift> shifts, Instant from, Instant to) {
    rules.calendar().shiftPatterns().forEach(pattern -> patterns.put(pattern.id(), pattern));
    this.daysOff = rules.daysOff(from, to);
    this.empty = shifts.stream().filter(shift -> shift.primary() == null).toList();
    List<Shift> held = shifts.stream().filter(shift -> shift.primary() != null).toList();
    for (Shift shift : held) {
      standardEnds.merge(shift.end(), standardEnd(shift), (a, b) -> a.isAfter(b) ? a : b);
      standardStarts.merge(shift.start(), standardStart(shift), (a, b) -> a.isBefore(b) ? a : b);
    }
    this.standard =
        new IntervalIndex<>(
            held.stream()
                .filter(shift -> standardStart(shift).isBefore(standardEnd(shift)))
                .map(shift -> new Interval(standardStart(shift), standardEnd(shift)))
                .toList(),
            Interval::start,
            Interval::end);
  }

  CoverageGap.Cause of(Instant start, Instant end) {
    if (daysOff.stream().anyMatch(off -> off.intersects(start, end))) {
      return CoverageGap.Cause.HOLIDAY;
    }
    if (empty.stream().anyMatch(shift -> shift.intersects(start, end))) {
      return CoverageGap.Cause.EMPTY_SHIFT;
    }
    Instant standardStart = standardEnds.get(start);
    Instant standardEnd = standardStarts.get(end);
    return standardStart != null
            && standardEnd != null
            && isCoveredOnStandardOffsets(standardStart, standardEnd)
        ? CoverageGap.Cause.CLOCK_CHANGE
        : CoverageGap.Cause.NO_SHIFT;
  }

  /** Whether nothing is left of the hole between the shifts that it lies between. */
  private boolean isCoveredOnStandardOffsets(Instant start, Instant end) {
    Instant covered = start;
    if (covered.isBefore(end)) {
      for (Interval shift : standard.intersecting(start, end).reversed()) {
        if (!shift.start().isAfter(covered) && shift.end().isAfter(covered)) {
          covered = shift.end();
        }
      }
    }
    return !covered.isBefore(end);
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
    LocalDate date = local.toLocalDate();
    LocalDateTime wall =
        Stream.of(date.atTime(nominal), date.minusDays(1).atTime(nominal))
            .filter(candidate -> toInstant.apply(candidate, zone).equals(at))
            .findFirst()
            .orElse(local);
    return wall.toInstant(zone.getRules().getStandardOffset(at));
  }
}
