package io.meridian.escalation.domain;

import io.meridian.events.EscalationStatus;
import io.meridian.events.ExternalRef;
import io.meridian.events.Severity;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket of another system, as one message of an integration tells it.
 *
 * @param ref system and id name the ticket; {@code version} orders its messages
 * @param version the sender's update counter, also in {@code ref}
 * @param status where the ticket stands in our words
 * @param customerId the customer its reference is known by, or null
 * @param details further fields whose changes belong on the timeline, by the sender's names
 */
public record Ticket(
    ExternalRef ref,
    long version,
    String title,
    String description,
    Severity severity,
    EscalationStatus status,
    @Nullable UUID customerId,
    Map<String, String> details) {

  public Ticket {
    details = Map.copyOf(details);
  }

  /** What to remember of it, so that the next message shows what changed at the sender. */
  TicketSnapshot snapshot() {
    return new TicketSnapshot(
        TicketSnapshot.digest(title, description), severity, status, customerId, details);
  }
}
