package io.meridian.metrics.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose figures somebody sees: a TAM their own, a lead those of their regions too.
 *
 * @param tam whose own they are; null for who sees everybody's
 * @param regions codes of the regions that they lead
 */
public record Sight(@Nullable String tam, Set<String> regions) {
  /** Of managers and auditors. */
  public static final Sight EVERYTHING = new Sight(null, Set.of());

  /** Whether nothing is hidden. */
  public boolean isWhole() {
    return tam == null;
  }

  /** Whether figures of pairs of regions are theirs, in part at least. */
  public boolean hasRegions() {
    return isWhole() || !regions.isEmpty();
  }

  /** Whether a figure of this TAM is theirs. */
  public boolean sees(@Nullable String other) {
    return tam == null || tam.equals(other);
  }

  /**
   * Whether a figure of this region is theirs.
   *
   * @param region null or empty where there is none
   */
  public boolean seesRegion(@Nullable String region) {
    return isWhole() || region != null && regions.contains(region);
  }

  /** Whether a gap is theirs: they were accountable or asked, or lead one of its regions. */
  public boolean sees(GapEntry gap) {
    return sees(gap.tam())
        || sees(gap.asked())
        || seesRegion(gap.fromRegion())
        || seesRegion(gap.toRegion());
  }
}
