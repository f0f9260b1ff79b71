package io.meridian.handoff.duty.domain.shiftchange;

import io.meridian.handoff.duty.domain.Roster;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The shift changes that a roster yields in a window, whether anything is handed over or not. */
public final class PlannedChanges {
  private static final Comparator<ShiftChange> ORDER =
      Comparator.comparing(ShiftChange::boundary).thenComparing(ShiftChange::id);

  private PlannedChanges() {}

  /** Those whose boundary is in {@code [from, to)}, by boundary. */
  public static List<ShiftChange> between(
      Roster roster, ShiftChanges planner, Instant from, Instant to) {
    Map<UUID, ShiftChange> planned = new LinkedHashMap<>();
    for (String tam : roster.tams()) {
      roster.duties(tam).stream()
          .filter(duty -> !duty.end().isBefore(from) && duty.end().isBefore(to))
          .flatMap(duty -> planner.at(tam, duty.region(), duty.end()).stream())
          .forEach(change -> planned.putIfAbsent(change.id(), change));
    }
    return planned.values().stream().sorted(ORDER).toList();
  }
}
