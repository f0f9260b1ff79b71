package io.meridian.metrics.domain;

import org.jspecify.annotations.Nullable;

/**
 * The figures of one group in a window.
 *
 * @param key region, cause, severity, ISO week ({@code 2026-W11}), customer id, TAM id, or the id
 *     of who was asked; empty for gaps without one
 * @param second the receiving region of a region pair (empty when no shift was to come), else empty
 * @param name of the customer or TAM, null when unknown
 * @param gaps gaps that began in the window, the open ones included
 * @param open those of {@code gaps} that were still open
 * @param millis gap time inside the window, also of gaps that began before it
 * @param longestMillis longest whole duration among {@code gaps}
 * @param agreedMillis time inside the window of gaps that were agreed to, which are in no other
 *     figure
 */
public record GapSums(
    String key,
    String second,
    @Nullable String name,
    long gaps,
    long open,
    long millis,
    long longestMillis,
    long agreedMillis) {

  /** The figures of both together. */
  public GapSums plus(GapSums other) {
    return new GapSums(
        key,
        second,
        name,
        gaps + other.gaps,
        open + other.open,
        millis + other.millis,
        Math.max(longestMillis, other.longestMillis),
        agreedMillis + other.agreedMillis);
  }

  /** The figures of nothing. */
  public static GapSums none() {
    return new GapSums("", "", null, 0, 0, 0, 0, 0);
  }
}
