package io.meridian.metrics.domain;

/**
 * A change of one bucket's sums.
 *
 * @param gaps gaps that began in it, more or fewer
 * @param millis gap time inside it, more or less
 * @param longestMillis the longest whole duration among the gaps added, 0 if none
 * @param removedMillis the longest whole duration among the gaps taken away, -1 if none: the
 *     bucket's longest may have gone with it
 * @param agreedMillis time inside it of gaps that were agreed to, more or less; in no other figure
 */
public record Tally(
    long gaps, long millis, long longestMillis, long removedMillis, long agreedMillis) {

  /** A change of what nobody has agreed to. */
  public Tally(long gaps, long millis, long longestMillis, long removedMillis) {
    this(gaps, millis, longestMillis, removedMillis, 0);
  }

  /** A change of the time that was agreed to. */
  public static Tally agreed(long millis) {
    return new Tally(0, 0, 0, -1, millis);
  }

  /** Both changes together. */
  public Tally plus(Tally other) {
    return new Tally(
        gaps + other.gaps,
        millis + other.millis,
        Math.max(longestMillis, other.longestMillis),
        Math.max(removedMillis, other.removedMillis),
        agreedMillis + other.agreedMillis);
  }

  /** True when the bucket's longest has to be looked up in the raw facts again. */
  public boolean mayShrink() {
    return removedMillis > longestMillis;
  }
}
