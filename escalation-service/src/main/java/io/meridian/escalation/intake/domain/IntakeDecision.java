package io.meridian.escalation.intake.domain;

import io.meridian.escalation.escalation.domain.Decision.Accepted;
import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.events.EscalationEvent;
import java.util.List;

/** The answer to an arrival: its outcome, the escalation after it, and the facts. */
public record IntakeDecision(
    IntakeOutcome outcome, Escalation after, List<EscalationEvent> events) {

  static IntakeDecision of(IntakeOutcome outcome, Accepted accepted) {
    return new IntakeDecision(outcome, accepted.after(), accepted.events());
  }
}
