package io.meridian.customer.sla.store;

import jakarta.persistence.AttributeConverter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations in ISO 8601, e.g. PT15M. */
class DurationText implements AttributeConverter<Duration, String> {
  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable Duration duration) {
    return duration == null ? null : duration.toString();
  }

  @Override
  public @Nullable Duration convertToEntityAttribute(@Nullable String text) {
    return text == null ? null : Duration.parse(text);
  }
}
