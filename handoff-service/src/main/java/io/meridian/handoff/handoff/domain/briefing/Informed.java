package io.meridian.handoff.handoff.domain.briefing;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to be told. How they are reached is asked of customer-service.
 *
 * @param name as the customer has it, or as it was noted
 * @param role what they are there, or null
 * @param isOfCustomer false when somebody noted them on the timeline
 */
public record Informed(String name, @Nullable String role, boolean isOfCustomer) {

  /** "Dana Roy, CTO". */
  String words() {
    return role == null ? name : name + ", " + role;
  }
}
