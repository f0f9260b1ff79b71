package io.meridian.console.draw;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A stretch of time laid out over the width of a drawing.
 *
 * @param from left end
 * @param to right end
 */
public record Band(Instant from, Instant to) {

  /**
   * A piece of a lane, in percent of the width.
   *
   * @param x where it begins
   * @param width how long it is; a little at least, so that it is seen
   */
  public record Piece(String x, String width) {}

  private static final double WIDTH_MIN = 0.4;

  /** Where an instant is; inside the band whatever it is. */
  public String x(Instant instant) {
    return percent(share(instant));
  }

  /** A stretch of it. */
  public Piece piece(Instant start, Instant end) {
    double x = share(start);
    double width = Math.max(WIDTH_MIN, share(end) - x);
    return new Piece(percent(Math.min(x, 100 - WIDTH_MIN)), percent(width));
  }

  private double share(Instant instant) {
    double whole = Duration.between(from, to).toMillis();
    double part = Duration.between(from, instant).toMillis();
    return whole <= 0 ? 0 : Math.clamp(part / whole * 100, 0, 100);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", share);
  }
}
