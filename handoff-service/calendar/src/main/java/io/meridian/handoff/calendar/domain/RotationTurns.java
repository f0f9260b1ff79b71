package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is in a rotation through all its versions.
 *
 * @param versions the turns of each version of the rotation, in the same order
 */
record RotationTurns(Rotation rotation, List<Turns> versions) {

  private static final Turns.Order NOBODY = new Turns.Order(List.of(), 0);

  Rotation.Tier tier() {
    return rotation.tier();
  }

  /**
   * The turns that deal a slot: those of the version in force when it starts, which hold to its
   * end. While nobody has the turn yet, the first version may begin during the slot.
   *
   * @param at an instant of the slot; null is answered before the first version
   */
  @Nullable Turns dealing(Slot slot, Instant at) {
    for (int i = versions.size() - 1; i > 0; i--) {
      if (!versions.get(i).version().from().isAfter(slot.start())) {
        return versions.get(i);
      }
    }
    return versions.getFirst().version().from().isAfter(at) ? null : versions.getFirst();
  }

  /** The turns of the version in force at the instant; null before the first. */
  @Nullable Turns inForce(Instant at) {
    return versions.reversed().stream()
        .filter(turns -> !turns.version().from().isAfter(at))
        .findFirst()
        .orElse(null);
  }

  /** The newest turns that count shifts from the same anchor as a version. */
  Optional<Turns> like(Rotation.Version version) {
    return versions.reversed().stream()
        .filter(turns -> turns.version().countsLike(version))
        .findFirst();
  }

  /** Who may serve on a slot at an instant of it; whoever was on it when an edit came, stays. */
  Turns.Order order(Slot slot, Instant at) {
    Rotation.@Nullable Running running = running(slot);
    if (running != null) {
      return new Turns.Order(running.order(), 0);
    }
    @Nullable Turns turns = dealing(slot, at);
    return turns == null ? NOBODY : turns.order(slot);
  }

  /** Who stays on the slot, because it ran when the calendar was edited. */
  Rotation.@Nullable Running running(Slot slot) {
    for (Rotation.Running running : rotation.running()) {
      if (running.date().equals(slot.date()) && running.pattern().equals(slot.pattern().id())) {
        return running;
      }
    }
    return null;
  }

  /** The instants inside {@code (from, to)} from which somebody has the turn and nobody had. */
  List<Instant> beginnings(Instant from, Instant to) {
    Instant first = versions.getFirst().version().from();
    return from.isBefore(first) && first.isBefore(to) ? List.of(first) : List.of();
  }
}
