package io.meridian.metrics.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A part of a whole, rounded to four digits. */
final class Share {

  private static final int DIGITS = 4;

  private Share() {}

  /** {@code part / whole}, 0 when the whole is 0. */
  static BigDecimal of(long part, long whole) {
    return whole == 0
        ? BigDecimal.ZERO.setScale(DIGITS)
        : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP);
  }

  /** {@code part / whole}, null when the whole is 0. */
  static @Nullable BigDecimal orNull(long part, long whole) {
    return whole == 0 ? null : of(part, whole);
  }
}
