package io.meridian.escalation.escalation.domain;

import io.meridian.events.EscalationStatus;
import io.meridian.events.Severity;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket last said. Only what differs from it in the next message is a change at the sender;
 * so a severity that a TAM has set here is not undone by the ticket's next comment.
 *
 * @param delivery the message that was applied last; null if none was
 * @param title digest of the title; null if none was ever told
 * @param description digest of the description; null if none was ever told
 */
public record TicketSnapshot(
    @Nullable Delivery delivery,
    @Nullable Long title,
    @Nullable Long description,
    Severity severity,
    EscalationStatus status,
    @Nullable UUID customerId,
    Map<String, String> details) {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  public TicketSnapshot {
    details = Map.copyOf(details);
  }

  /** What a ticket must have said for {@code known} to look as it does. */
  public static TicketSnapshot of(Escalation known) {
    Content content = known.content();
    return new TicketSnapshot(
        null, null, null, content.severity(), known.status(), content.customerId(), Map.of());
  }

  /** What is kept of a text to know it again: 64-bit FNV-1a. */
  public static long digest(String text) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
