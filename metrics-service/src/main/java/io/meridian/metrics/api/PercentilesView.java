package io.meridian.metrics.api;

import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Percentiles of durations. */
@Schema(
    name = "Percentiles",
    description = "Exact: durations that occurred (nearest rank); null when there is none.")
public record PercentilesView(
    @Schema(examples = "PT4M12S") @Nullable Duration median,
    @Schema(examples = "PT14M3.5S") @Nullable Duration p95) {

  static PercentilesView of(@Nullable Long medianMillis, @Nullable Long p95Millis) {
    return new PercentilesView(duration(medianMillis), duration(p95Millis));
  }

  private static @Nullable Duration duration(@Nullable Long millis) {
    return millis == null ? null : Duration.ofMillis(millis);
  }
}
