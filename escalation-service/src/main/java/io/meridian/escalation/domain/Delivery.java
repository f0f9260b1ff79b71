package io.meridian.escalation.domain;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One message about a ticket as it was delivered.
 *
 * @param order its place among the ticket's messages
 * @param id the same however often the sender delivers it; null if it was not kept
 */
public record Delivery(Order order, @Nullable String id) {

  /**
   * What it is to an escalation whose ticket was last told by {@code last}. A sender's order may be
   * coarser than its changes, so two messages of equal order are two changes unless they are one
   * delivery; the later arrival counts.
   */
  IntakeOutcome after(Delivery last) {
    if (id != null && id.equals(last.id)) {
      return IntakeOutcome.DUPLICATE;
    }
    OptionalInt compared = order.comparedWith(last.order);
    if (compared.isEmpty()) {
      return IntakeOutcome.OTHER_SCALE;
    }
    return compared.getAsInt() < 0 ? IntakeOutcome.STALE : IntakeOutcome.UPDATED;
  }
}
