package io.meridian.console.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a shift is as it is.
 *
 * @param revision of the calendar that explains it
 * @param clockChange that happens in it; null on other days
 * @param override the change by hand; null without one
 * @param sentences why, for people
 */
public record Explanation(
    Shift shift,
    long revision,
    @Nullable ClockChange clockChange,
    @Nullable ByOverride override,
    List<String> sentences) {

  /** The clocks change. */
  public record ClockChange(String sentence) {}

  /** A change by hand. */
  public record ByOverride(String id) {}
}
