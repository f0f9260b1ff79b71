package io.meridian.handoff.calendar.domain.roster;

import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.handoff.calendar.domain.Rotation;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.calendar.domain.Shifts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who worked when, for pay: from shifts that are history. */
public final class WorkedShifts {

  private WorkedShifts() {}

  /**
   * What was worked in {@code [from, to)}, by start, shift and TAM. Time that a TAM works in two
   * shifts at once is in both, and told as overlap of the later listed.
   *
   * @param history shifts that have begun
   * @param to not later than now
   */
  public static List<WorkedShift> of(List<Shift> history, Instant from, Instant to) {
    Map<String, List<Interval>> taken = new HashMap<>();
    List<WorkedShift> worked = new ArrayList<>();
    for (Shift shift : Shifts.cut(history, from, to)) {
      if (shift.primary() != null) {
        worked.add(one(shift, shift.primary(), Rotation.Tier.PRIMARY, taken));
      }
      if (shift.secondary() != null) {
        worked.add(one(shift, shift.secondary(), Rotation.Tier.SECONDARY, taken));
      }
      for (String shadow : shift.shadows()) {
        worked.add(one(shift, shadow, Rotation.Tier.SHADOW, taken));
      }
    }
    return List.copyOf(worked);
  }

  private static WorkedShift one(
      Shift shift, String tam, Rotation.Tier tier, Map<String, List<Interval>> taken) {
    List<Interval> earlier = taken.computeIfAbsent(tam, t -> new ArrayList<>());
    earlier.removeIf(interval -> !interval.end().isAfter(shift.start()));
    Interval own = new Interval(shift.start(), shift.end());
    Duration alone =
        own.without(earlier).stream()
            .map(rest -> Duration.between(rest.start(), rest.end()))
            .reduce(Duration.ZERO, Duration::plus);
    earlier.add(own);
    return new WorkedShift(
        tam, tier, shift, Duration.between(shift.start(), shift.end()).minus(alone));
  }
}
