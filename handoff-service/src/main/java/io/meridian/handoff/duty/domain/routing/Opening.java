package io.meridian.handoff.duty.domain.routing;

import io.meridian.events.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An escalation that opens, as far as routing cares.
 *
 * @param at the instant it opened
 * @param tags free words; those that are somebody's skill are asked of whoever takes it
 * @param customer null when it is not known
 * @param home the region that works on it; null when it follows the sun
 */
public record Opening(
    Instant at,
    Severity severity,
    List<String> tags,
    @Nullable Customer customer,
    @Nullable String home) {

  /** One that follows the sun. */
  public Opening(Instant at, Severity severity, List<String> tags, @Nullable Customer customer) {
    this(at, severity, tags, customer, null);
  }

  public Opening {
    tags = List.copyOf(tags);
  }

  /**
   * The customer, as far as routing cares.
   *
   * @param language ISO 639 code, or null when any will do
   * @param assignments region code to the id of the TAM assigned there
   */
  public record Customer(
      String homeRegion, @Nullable String language, Map<String, String> assignments) {

    public Customer {
      assignments = Map.copyOf(assignments);
    }
  }
}
