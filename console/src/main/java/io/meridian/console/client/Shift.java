package io.meridian.console.client;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A shift of the calendar; without a primary nobody holds it as such.
 *
 * @param zone of its pattern
 */
public record Shift(
    UUID id,
    String region,
    Instant start,
    Instant end,
    String zone,
    @Nullable Person primary,
    @Nullable Person secondary,
    Origin origin) {

  /**
   * Where it comes from.
   *
   * @param override that changed it; null without one
   * @param holiday on which it falls; null on other days
   */
  public record Origin(@Nullable String override, @Nullable String holiday) {}

  /** Whether this person is on it. */
  public boolean has(String tam) {
    return Stream.concat(Stream.ofNullable(primary), Stream.ofNullable(secondary))
        .anyMatch(person -> person.id().equals(tam));
  }
}
