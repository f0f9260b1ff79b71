package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A manager has agreed that nobody need be on duty for a time: coverage gaps in it are counted
 * apart, and alarm nobody.
 *
 * @param from may lie before {@code madeAt}; then it counts from {@code madeAt}
 * @param until later than {@code from} and {@code madeAt}; when it was ended early, the instant of
 *     that
 * @param why in a manager's own words
 * @param by who made it
 * @param revision counts its changes, from 1
 */
public record CoverageAgreement(
    UUID id, Instant from, Instant until, String why, String by, Instant madeAt, long revision) {

  /** Of several that cover an instant the first counts. */
  public static final Comparator<CoverageAgreement> PRECEDENCE =
      Comparator.comparing(CoverageAgreement::madeAt).thenComparing(CoverageAgreement::id);

  /** When it counts: never before it was made. */
  public Interval effective() {
    return new Interval(from.isAfter(madeAt) ? from : madeAt, until);
  }

  /** Whether some of the time that it counts for is over. */
  public boolean hasBegun(Instant now) {
    return effective().start().isBefore(now);
  }

  /** When any of them counts: neither touching nor overlapping stretches, in order of time. */
  public static List<Interval> merged(Collection<CoverageAgreement> agreements) {
    List<Interval> merged = new ArrayList<>();
    agreements.stream()
        .map(CoverageAgreement::effective)
        .sorted(Comparator.comparing(Interval::start))
        .forEach(
            next -> {
              Interval last = merged.isEmpty() ? null : merged.getLast();
              if (last == null || last.end().isBefore(next.start())) {
                merged.add(next);
              } else if (last.end().isBefore(next.end())) {
                merged.set(merged.size() - 1, new Interval(last.start(), next.end()));
              }
            });
    return List.copyOf(merged);
  }
}
