package io.meridian.escalation.domain;

import io.meridian.escalation.domain.Decision.Accepted;
import io.meridian.events.EscalationEvent;
import java.util.List;

/** The answer to a message about a ticket: its outcome, the escalation after it, and the facts. */
public record TicketDecision(
    TicketOutcome outcome, Escalation after, List<EscalationEvent> events) {

  static TicketDecision of(TicketOutcome outcome, Accepted accepted) {
    return new TicketDecision(outcome, accepted.after(), accepted.events());
  }
}
