package io.meridian.handoff.application.calendar;

import io.meridian.handoff.domain.calendar.Calendar;
import io.meridian.handoff.domain.calendar.RosterRules;
import io.meridian.handoff.domain.calendar.Rotation;
import io.meridian.handoff.domain.calendar.Shift;
import io.meridian.handoff.domain.calendar.ShiftPattern;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the rules in force say about the weeks around now, computed once: every decision about an
 * escalation asks for them, and a window cut out of a wider one is the same as computed by itself.
 */
final class KnownShifts {
  /** Longer windows are rare, and computed each time. */
  private static final Duration WINDOW_MAX = Duration.ofDays(62);

  /** How far time goes on until the weeks are computed anew. */
  private static final Duration MARGIN = Duration.ofDays(7);

  private record Window(
      RosterRules rules, List<ZoneRules> zones, Instant from, Instant to, List<Shift> shifts) {

    boolean isOf(RosterRules others, List<ZoneRules> othersZones) {
      return rules == others && zones.equals(othersZones);
    }

    boolean covers(Instant begin, Instant end) {
      return !begin.isBefore(from) && !end.isAfter(to);
    }
  }

  private volatile @Nullable Window latest;

  /** Every shift of the rules that shares an instant with {@code [from, to)}, by start and id. */
  List<Shift> between(RosterRules rules, Instant from, Instant to) {
    if (isLong(from, to)) {
      return rules.shifts(from, to);
    }
    List<ZoneRules> zones = zones(rules.calendar());
    Window known = latest;
    if (known == null || !known.isOf(rules, zones)) {
      known = computed(rules, zones, from, to);
    } else if (!known.covers(from, to)) {
      Instant begin = from.isBefore(known.from()) ? from : known.from();
      Instant end = to.isAfter(known.to()) ? to : known.to();
      known =
          isLong(begin, end)
              ? computed(rules, zones, from, to)
              : computed(rules, zones, begin, end);
    }
    return known.shifts().stream().filter(shift -> shift.intersects(from, to)).toList();
  }

  private Window computed(RosterRules rules, List<ZoneRules> zones, Instant from, Instant to) {
    Instant begin = from.minus(MARGIN);
    Instant end = to.plus(MARGIN);
    Window computed = new Window(rules, zones, begin, end, rules.shifts(begin, end));
    latest = computed;
    return computed;
  }

  private static boolean isLong(Instant from, Instant to) {
    return Duration.between(from, to).compareTo(WINDOW_MAX) > 0;
  }

  /**
   * A time zone database may be exchanged under a running service: then the rules say otherwise.
   */
  private static List<ZoneRules> zones(Calendar calendar) {
    return Stream.concat(
            calendar.shiftPatterns().stream().map(ShiftPattern::zone),
            calendar.rotations().stream()
                .flatMap(rotation -> rotation.versions().stream())
                .map(Rotation.Version::zone))
        .distinct()
        .map(ZoneId::getRules)
        .toList();
  }
}
