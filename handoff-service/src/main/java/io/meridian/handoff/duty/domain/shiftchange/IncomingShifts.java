package io.meridian.handoff.duty.domain.shiftchange;

import static java.util.Objects.requireNonNull;

import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.duty.domain.Roster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which shift takes over when somebody goes off duty. Hundreds may go off at the same boundary: the
 * candidates, in the order of preference, are found once for all of a region.
 */
final class IncomingShifts {
  /** The last one to have started, and from another region if there is a choice. */
  private static final Comparator<Shift> RUNNING =
      Comparator.comparing((Shift shift) -> !shift.isHeld())
          .thenComparing(Shift::start, Comparator.reverseOrder());

  /** The next one to start. */
  private static final Comparator<Shift> TO_COME =
      Comparator.comparing(Shift::start).thenComparing(shift -> !shift.isHeld());

  private record Place(String region, @Nullable String home, Instant boundary) {}

  private final Roster roster;
  private final Map<Place, List<Shift>> running = new ConcurrentHashMap<>();
  private final Map<Place, List<Shift>> toCome = new ConcurrentHashMap<>();

  IncomingShifts(Roster roster) {
    this.roster = roster;
  }

  /**
   * The shift that covers the boundary and is somebody else's, else an empty one that covers it,
   * else the next to start; empty when the roster knows none.
   *
   * @param region the region in which the TAM holds what they hand over
   * @param home the region in which it lives, one of whose held shifts takes over; null when it
   *     follows the sun
   */
  Optional<Shift> at(String tam, String region, @Nullable String home, Instant boundary) {
    Place place = new Place(region, home, boundary);
    return first(tam, running.computeIfAbsent(place, this::running))
        .or(() -> first(tam, toCome.computeIfAbsent(place, this::toCome)));
  }

  private static Optional<Shift> first(String tam, List<Shift> candidates) {
    return candidates.stream().filter(shift -> !tam.equals(holder(shift))).findFirst();
  }

  private List<Shift> running(Place place) {
    return sorted(
        roster.covering(place.boundary()).stream()
            .filter(shift -> isEligible(shift, place))
            .toList(),
        RUNNING,
        place.region());
  }

  /** As many as it takes to have one that is not the TAM's own, whoever the TAM is. */
  private List<Shift> toCome(Place place) {
    List<Shift> candidates = new ArrayList<>();
    Set<String> holders = new HashSet<>();
    boolean isEnough = false;
    for (Shift shift : roster.startingAfter(place.boundary())) {
      if (isEnough && shift.start().isAfter(candidates.getLast().start())) {
        break;
      }
      if (!isEligible(shift, place)) {
        continue;
      }
      candidates.add(shift);
      if (shift.isHeld()) {
        holders.add(requireNonNull(holder(shift)));
      }
      isEnough = isEnough || !shift.isHeld() || holders.size() > 1;
    }
    return sorted(candidates, TO_COME, place.region());
  }

  /** What lives in a region waits for somebody there; what follows the sun may come to a lead. */
  private static boolean isEligible(Shift shift, Place place) {
    return place.home() == null || shift.region().equals(place.home()) && shift.isHeld();
  }

  private static List<Shift> sorted(List<Shift> shifts, Comparator<Shift> order, String region) {
    return shifts.stream()
        .sorted(
            order.thenComparing(shift -> shift.region().equals(region)).thenComparing(Shift::id))
        .toList();
  }

  /** Null when nobody has the shift. */
  private static @Nullable String holder(Shift shift) {
    return shift.primary() != null ? shift.primary() : shift.secondary();
  }
}
