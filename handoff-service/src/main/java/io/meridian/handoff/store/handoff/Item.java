package io.meridian.handoff.store.handoff;

import io.meridian.handoff.domain.handoff.Handoff;

/** A handoff with its escalation. */
public record Item(Handoff handoff, Subject subject) {

  /** The same escalation's handoff after a move. */
  public Item with(Handoff after) {
    return new Item(after, subject);
  }
}
