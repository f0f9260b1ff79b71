package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Finds, of many intervals {@code [start, end)}, those that share an instant with a window, without
 * looking at all of them.
 */
final class IntervalIndex<T> {

  private final List<T> byStart;
  private final Function<T, Instant> start;
  private final Function<T, Instant> end;

  /** The latest end among the first i + 1. */
  private final Instant[] latestEnd;

  IntervalIndex(List<T> items, Function<T, Instant> start, Function<T, Instant> end) {
    this.start = start;
    this.end = end;
    this.byStart = items.stream().sorted(Comparator.comparing(start)).toList();
    this.latestEnd = new Instant[byStart.size()];
    Instant latest = Instant.MIN;
    for (int i = 0; i < latestEnd.length; i++) {
      Instant itsEnd = end.apply(byStart.get(i));
      latest = itsEnd.isAfter(latest) ? itsEnd : latest;
      latestEnd[i] = latest;
    }
  }

  /** Those that share an instant with {@code [from, to)}, the latest start first. */
  List<T> intersecting(Instant from, Instant to) {
    List<T> found = new ArrayList<>();
    for (int i = startingBefore(to) - 1; i >= 0 && latestEnd[i].isAfter(from); i--) {
      if (end.apply(byStart.get(i)).isAfter(from)) {
        found.add(byStart.get(i));
      }
    }
    return found;
  }

  private int startingBefore(Instant to) {
    int low = 0;
    int high = byStart.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (start.apply(byStart.get(middle)).isBefore(to)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
