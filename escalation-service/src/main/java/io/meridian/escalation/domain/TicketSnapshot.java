package io.meridian.escalation.domain;

import io.meridian.events.EscalationStatus;
import io.meridian.events.Severity;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket last said. Only what differs from it in the next message is a change at the sender;
 * so a severity that a TAM has set here is not undone by the ticket's next comment.
 *
 * @param text digest of title and description
 */
public record TicketSnapshot(
    long text,
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
  static TicketSnapshot of(Escalation known) {
    Content content = known.content();
    return new TicketSnapshot(
        digest(content.title(), content.description()),
        content.severity(),
        known.status(),
        content.customerId(),
        Map.of());
  }

  /** 64-bit FNV-1a over both texts. */
  static long digest(String title, String description) {
    return digest(digest(FNV_OFFSET, title) ^ 0xff, description);
  }

  private static long digest(long start, String text) {
    long hash = start;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
