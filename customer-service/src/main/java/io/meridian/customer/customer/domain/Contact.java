package io.meridian.customer.customer.domain;

import io.meridian.events.Stakeholder;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at the customer who wants to be told of escalations, and how they are reached. Addresses
 * stay in this service: other services are told the {@link Stakeholder} alone.
 *
 * @param email null when there is none
 * @param phone null when there is none
 */
public record Contact(Stakeholder stakeholder, @Nullable String email, @Nullable String phone) {

  /** Whether it is this person, by the subject of their tokens. */
  public boolean is(String person) {
    return person.equals(stakeholder.person());
  }
}
