package io.meridian.events;

import org.jspecify.annotations.Nullable;

/**
 * Somebody at a customer who wants to be told of escalations. How they are reached is asked of
 * customer-service.
 *
 * @param role what they are there, e.g. {@code CTO}, or null
 * @param informedFrom the least severity they want to hear of; null when of all
 * @param person the subject of their tokens, by which they see the customer's escalations; null for
 *     who has none with us
 */
public record Stakeholder(
    String name, @Nullable String role, @Nullable Severity informedFrom, @Nullable String person) {

  /** Somebody who has no token of ours. */
  public Stakeholder(String name, @Nullable String role, @Nullable Severity informedFrom) {
    this(name, role, informedFrom, null);
  }
}
