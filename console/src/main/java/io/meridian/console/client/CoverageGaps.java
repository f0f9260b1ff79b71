package io.meridian.console.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When nobody is on duty as primary.
 *
 * @param tzdb the version of the time zone rules by which it was computed
 */
public record CoverageGaps(List<Gap> items, String tzdb) {

  /**
   * A hole.
   *
   * @param agreed the agreement that it may be; null without one
   */
  public record Gap(Instant start, Instant end, String cause, @Nullable UUID agreed) {}
}
