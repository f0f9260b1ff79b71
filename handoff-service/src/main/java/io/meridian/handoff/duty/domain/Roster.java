package io.meridian.handoff.duty.domain;

import io.meridian.handoff.calendar.domain.Shift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Everybody's duties in a window, from the shifts of all regions. Immutable. It knows nothing
 * before its first and after its last shift, so take the window wide enough for the question.
 */
public final class Roster {
  private final List<Shift> shifts;
  private final Duration longest;
  private final NavigableSet<Instant> boundaries = new TreeSet<>();
  private final Map<String, NavigableMap<Instant, Duty>> duties = new HashMap<>();

  private Roster(List<Shift> inOrder) {
    this.shifts = inOrder;
    Duration max = Duration.ZERO;
    for (Shift shift : inOrder) {
      Duration length = Duration.between(shift.start(), shift.end());
      max = length.compareTo(max) > 0 ? length : max;
      boundaries.add(shift.start());
      boundaries.add(shift.end());
      Stream.of(shift.primary(), shift.secondary())
          .filter(Objects::nonNull)
          .distinct()
          .forEach(tam -> merge(tam, shift));
    }
    this.longest = max;
  }

  /** The roster of these shifts, in any order. */
  public static Roster of(Collection<Shift> shifts) {
    return new Roster(shifts.stream().sorted(Shift.ORDER).toList());
  }

  private void merge(String tam, Shift shift) {
    NavigableMap<Instant, Duty> own = duties.computeIfAbsent(tam, t -> new TreeMap<>());
    Map.Entry<Instant, Duty> last = own.lastEntry();
    if (last != null && !shift.start().isAfter(last.getValue().end())) {
      own.put(last.getKey(), last.getValue().extendedBy(shift));
    } else {
      own.put(shift.start(), Duty.of(tam, shift));
    }
  }

  /** Whether the TAM is primary or secondary of a shift that covers the instant. */
  public boolean onDuty(String tam, Instant at) {
    return dutyAt(tam, at).isPresent();
  }

  /** Whether anybody is on duty, in any region. */
  public boolean anybodyOnDuty(Instant at) {
    return covering(at).stream().anyMatch(Shift::isHeld);
  }

  /** The shifts that cover the instant, empty ones too, by start and id. */
  public List<Shift> covering(Instant at) {
    List<Shift> covering = new ArrayList<>();
    Instant earliest = at.minus(longest);
    for (int i = firstStartingAfter(at) - 1; i >= 0; i--) {
      Shift shift = shifts.get(i);
      if (shift.start().isBefore(earliest)) {
        break;
      }
      if (shift.covers(at)) {
        covering.add(shift);
      }
    }
    Collections.reverse(covering);
    return covering;
  }

  /** The duty that covers the instant. */
  public Optional<Duty> dutyAt(String tam, Instant at) {
    return Optional.ofNullable(dutiesOf(tam).floorEntry(at))
        .map(Map.Entry::getValue)
        .filter(duty -> duty.covers(at));
  }

  /** The TAM's last duty that ended at or before the instant. */
  public Optional<Duty> lastDutyBefore(String tam, Instant at) {
    return dutiesOf(tam).headMap(at, false).descendingMap().values().stream()
        .filter(duty -> !duty.end().isAfter(at))
        .findFirst();
  }

  /** The shifts that begin after the instant, empty ones too, by start and id. */
  public List<Shift> startingAfter(Instant at) {
    return shifts.subList(firstStartingAfter(at), shifts.size());
  }

  /** Every instant at which a shift begins or ends. */
  public NavigableSet<Instant> boundaries() {
    return Collections.unmodifiableNavigableSet(boundaries);
  }

  /** Every TAM who is on duty at some instant of the window. */
  public Set<String> tams() {
    return Collections.unmodifiableSet(duties.keySet());
  }

  /** The duties of one TAM by start. */
  public Collection<Duty> duties(String tam) {
    return Collections.unmodifiableCollection(dutiesOf(tam).values());
  }

  /** Every shift of the window, by start and id. */
  public List<Shift> shifts() {
    return shifts;
  }

  private NavigableMap<Instant, Duty> dutiesOf(String tam) {
    return duties.getOrDefault(tam, Collections.emptyNavigableMap());
  }

  /** Index of the first shift that begins after the instant. */
  private int firstStartingAfter(Instant at) {
    int low = 0;
    int high = shifts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (shifts.get(middle).start().isAfter(at)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
