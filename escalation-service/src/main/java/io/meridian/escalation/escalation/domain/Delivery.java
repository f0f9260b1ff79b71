package io.meridian.escalation.escalation.domain;

import org.jspecify.annotations.Nullable;

/**
 * One message about a ticket as it was delivered.
 *
 * @param order its place among the ticket's messages
 * @param id the same however often the sender delivers it; null if it was not kept
 */
public record Delivery(Order order, @Nullable String id) {

  /** Whether both are the same message, delivered twice. */
  public boolean isRepeatOf(Delivery other) {
    return id != null && id.equals(other.id);
  }
}
