package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why there is a gap in the coverage that given shifts make. */
final class GapCauses {

  private final RosterRules rules;
  private final List<Shift> shifts;
  private final Instant from;
  private final Instant to;
  private @Nullable Known known;
  private @Nullable IntervalIndex<Interval> standard;

  /**
   * @param shifts those that share an instant with {@code [from, to)}, which must be more than the
   *     gaps that will be asked about
   */
  GapCauses(RosterRules rules, List<Shift> shifts, Instant from, Instant to) {
    this.rules = rules;
    this.shifts = shifts;
    this.from = from;
    this.to = to;
  }

  /** What is only looked for when there is a gap at all. */
  private record Known(
      IntervalIndex<Interval> daysOff,
      IntervalIndex<Shift> empty,
      List<Shift> held,
      Map<Instant, List<Shift>> byEnd,
      Map<Instant, List<Shift>> byStart,
      Map<String, ShiftPattern> patterns) {

    static Known of(RosterRules rules, List<Shift> shifts, Instant from, Instant to) {
      List<Shift> held = shifts.stream().filter(shift -> shift.primary() != null).toList();
      return new Known(
          new IntervalIndex<>(rules.daysOff(from, to), Interval::start, Interval::end),
          new IntervalIndex<>(
              shifts.stream().filter(shift -> shift.primary() == null).toList(),
              Shift::start,
              Shift::end),
          held,
          held.stream().collect(Collectors.groupingBy(Shift::end)),
          held.stream().collect(Collectors.groupingBy(Shift::start)),
          rules.calendar().shiftPatterns().stream()
              .collect(Collectors.toMap(ShiftPattern::id, Function.identity())));
    }
  }

  private Known known() {
    if (known == null) {
      known = Known.of(rules, shifts, from, to);
    }
    return known;
  }

  CoverageGap.Cause of(Instant start, Instant end) {
    if (!known().daysOff().intersecting(start, end).isEmpty()) {
      return CoverageGap.Cause.HOLIDAY;
    }
    if (!known().empty().intersecting(start, end).isEmpty()) {
      return CoverageGap.Cause.EMPTY_SHIFT;
    }
    Optional<Instant> standardStart =
        known().byEnd().getOrDefault(start, List.of()).stream()
            .map(this::standardEnd)
            .max(Comparator.naturalOrder());
    Optional<Instant> standardEnd =
        known().byStart().getOrDefault(end, List.of()).stream()
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
          known().held().stream()
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
    ShiftPattern pattern = known().patterns().get(shift.pattern());
    return pattern == null || !shift.start().equals(shift.slotStart())
        ? shift.start()
        : standard(shift.start(), pattern.start(), shift.zone(), WallClock::startOf);
  }

  private Instant standardEnd(Shift shift) {
    ShiftPattern pattern = known().patterns().get(shift.pattern());
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
