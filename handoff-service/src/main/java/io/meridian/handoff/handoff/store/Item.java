package io.meridian.handoff.handoff.store;

import io.meridian.events.BriefingStatus;
import io.meridian.handoff.handoff.domain.Handoff;

/**
 * A handoff with its escalation.
 *
 * @param briefing how far the briefing is, as last looked at
 */
public record Item(Handoff handoff, Subject subject, BriefingStatus briefing) {

  /** The same escalation's handoff after a move. */
  public Item with(Handoff after) {
    return new Item(after, subject, briefing);
  }

  /** The same with its briefing so far. */
  public Item with(BriefingStatus status) {
    return new Item(handoff, subject, status);
  }
}
