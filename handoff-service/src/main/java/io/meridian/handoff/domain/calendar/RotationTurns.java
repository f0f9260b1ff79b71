package io.meridian.handoff.domain.calendar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is in a rotation through all its versions.
 *
 * @param versions the turns of each version of the rotation, in the same order
 */
record RotationTurns(Rotation rotation, List<Turns> versions) {

  Rotation.Tier tier() {
    return rotation.tier();
  }

  /** The turns of the version in force at the instant; null before the first. */
  @Nullable Turns at(Instant at) {
    for (int i = versions.size() - 1; i >= 0; i--) {
      if (!versions.get(i).version().from().isAfter(at)) {
        return versions.get(i);
      }
    }
    return null;
  }

  /** The instants inside {@code (from, to)} from which another version is effective. */
  List<Instant> changes(Instant from, Instant to) {
    return versions.size() == 1 && versions.getFirst().version().effectiveFrom() == null
        ? List.of()
        : versions.stream()
            .map(turns -> turns.version().from())
            .filter(at -> from.isBefore(at) && at.isBefore(to))
            .toList();
  }
}
