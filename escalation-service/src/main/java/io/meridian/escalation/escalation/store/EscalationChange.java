package io.meridian.escalation.escalation.store;

import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.events.EscalationEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change to be saved, if the escalation still is as it was.
 *
 * @param before what the decision was made on; null for an escalation that opens
 * @param events the facts from {@code before} to {@code after}; empty when only the ticket's
 *     version moved
 * @param traceparent the W3C trace of the request that asked for it, or null
 */
public record EscalationChange(
    @Nullable Escalation before,
    Escalation after,
    List<EscalationEvent> events,
    @Nullable String traceparent) {

  public EscalationChange {
    events = List.copyOf(events);
  }
}
