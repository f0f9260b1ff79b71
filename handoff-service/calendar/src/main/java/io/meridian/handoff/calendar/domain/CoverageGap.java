package io.meridian.handoff.calendar.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A maximal interval {@code [start, end)} in which no primary is on duty in any region, or the part
 * of one that an agreement covers or leaves.
 *
 * @param agreed id of the agreement that counts in it; null when nobody has agreed to it
 */
public record CoverageGap(Instant start, Instant end, Cause cause, @Nullable UUID agreed) {

  /** One that nobody has agreed to. */
  public CoverageGap(Instant start, Instant end, Cause cause) {
    this(start, end, cause, null);
  }

  public Duration length() {
    return Duration.between(start, end);
  }

  /** Whether it is no shorter than that. */
  public boolean isAtLeast(Duration tolerance) {
    return length().compareTo(tolerance) >= 0;
  }

  /** Whether a manager has agreed to it. */
  public boolean isAgreed() {
    return agreed != null;
  }

  /** The gaps cut where agreements begin and end to count; of several in one place the earliest. */
  public static List<CoverageGap> cut(
      List<CoverageGap> gaps, Collection<CoverageAgreement> agreements) {
    if (agreements.isEmpty()) {
      return gaps;
    }
    IntervalIndex<CoverageAgreement> index =
        new IntervalIndex<>(
            List.copyOf(agreements), a -> a.effective().start(), a -> a.effective().end());
    return gaps.stream()
        .flatMap(gap -> gap.pieces(index.intersecting(gap.start, gap.end)).stream())
        .toList();
  }

  /** How long they are together. */
  public static Duration total(Collection<CoverageGap> gaps) {
    return gaps.stream().map(CoverageGap::length).reduce(Duration.ZERO, Duration::plus);
  }

  /** In order of time; neighbours differ in what is agreed. */
  private List<CoverageGap> pieces(List<CoverageAgreement> agreements) {
    TreeSet<Instant> cuts = new TreeSet<>(List.of(end));
    for (CoverageAgreement agreement : agreements) {
      Interval effective = agreement.effective();
      cuts.add(effective.start());
      cuts.add(effective.end());
    }
    List<CoverageGap> pieces = new ArrayList<>();
    Instant at = start;
    for (Instant cut : cuts.subSet(start, false, end, true)) {
      CoverageGap piece = new CoverageGap(at, cut, cause, agreement(agreements, at));
      CoverageGap last = pieces.isEmpty() ? null : pieces.getLast();
      if (last != null && Objects.equals(last.agreed, piece.agreed)) {
        pieces.set(pieces.size() - 1, new CoverageGap(last.start, cut, cause, last.agreed));
      } else {
        pieces.add(piece);
      }
      at = cut;
    }
    return pieces;
  }

  private static @Nullable UUID agreement(List<CoverageAgreement> agreements, Instant at) {
    return agreements.stream()
        .filter(agreement -> agreement.effective().covers(at))
        .min(CoverageAgreement.PRECEDENCE)
        .map(CoverageAgreement::id)
        .orElse(null);
  }

  /** Why nobody is on duty: the first that applies to any part of the gap. */
  public enum Cause {
    /** A shift was off for a holiday. */
    HOLIDAY,
    /** A shift exists and nobody holds it as primary. */
    EMPTY_SHIFT,
    /** The hole would not exist were every zone on its standard offset. */
    CLOCK_CHANGE,
    /** No rule yields a shift. */
    NO_SHIFT
  }
}
