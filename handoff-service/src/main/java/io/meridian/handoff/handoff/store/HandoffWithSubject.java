package io.meridian.handoff.handoff.store;

import io.meridian.events.BriefingStatus;
import io.meridian.handoff.handoff.domain.Handoff;

/**
 * A handoff with its escalation.
 *
 * @param briefing how far the briefing is, as last looked at
 */
public record HandoffWithSubject(
    Handoff handoff, EscalationSummary subject, BriefingStatus briefing) {

  /** The same escalation's handoff after a move. */
  public HandoffWithSubject with(Handoff after) {
    return new HandoffWithSubject(after, subject, briefing);
  }

  /** The same with its briefing so far. */
  public HandoffWithSubject with(BriefingStatus status) {
    return new HandoffWithSubject(handoff, subject, status);
  }
}
