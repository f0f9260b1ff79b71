package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.handoff.calendar.domain.RosterRules;
import io.meridian.handoff.calendar.domain.Rotation;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.calendar.domain.ShiftPattern;
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
  private record Basis(RosterRules rules, List<ZoneRules> zones) {

    boolean isOf(RosterRules others, List<ZoneRules> othersZones) {
      return rules == others && zones.equals(othersZones);
    }
  }

  private volatile @Nullable KnownWeeks<Basis> latest;

  /** Every shift of the rules that shares an instant with {@code [from, to)}, by start and id. */
  List<Shift> between(RosterRules rules, Instant from, Instant to) {
    if (KnownWeeks.isLong(from, to)) {
      return rules.shifts(from, to);
    }
    List<ZoneRules> zones = zones(rules.calendar());
    KnownWeeks<Basis> known = latest;
    if (known == null || !known.basis().isOf(rules, zones) || !known.covers(from, to)) {
      Interval weeks = KnownWeeks.around(known, from, to);
      List<Shift> shifts = rules.shifts(weeks.start(), weeks.end());
      known = new KnownWeeks<>(new Basis(rules, zones), weeks, shifts);
      latest = known;
    }
    return known.between(from, to);
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
