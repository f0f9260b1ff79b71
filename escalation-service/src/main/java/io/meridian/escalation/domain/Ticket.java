package io.meridian.escalation.domain;

import io.meridian.events.EscalationStatus;
import io.meridian.events.ExternalRef;
import io.meridian.events.Severity;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket of another system, as one message of an integration tells it. What is null was not told:
 * it is as it was, or unknown yet.
 *
 * @param ref names the ticket; {@code version} is the sender's update counter, or null
 * @param delivery which message it was
 * @param titleUnlessTold what the escalation is called if it opens and no title was told
 * @param status where the ticket stands in our words
 * @param customerId the customer its reference is known by
 * @param details further fields whose changes belong on the timeline, by the sender's names
 */
public record Ticket(
    ExternalRef ref,
    Delivery delivery,
    @Nullable String title,
    String titleUnlessTold,
    @Nullable String description,
    Severity severity,
    @Nullable EscalationStatus status,
    @Nullable UUID customerId,
    Map<String, String> details) {

  public Ticket {
    details = Map.copyOf(details);
  }
}
