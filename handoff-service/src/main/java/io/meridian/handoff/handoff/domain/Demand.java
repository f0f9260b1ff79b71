package io.meridian.handoff.handoff.domain;

import io.meridian.events.CancelReason;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import java.util.Optional;

/** What an instant demands of an escalation's handoff. */
public sealed interface Demand {

  /** All is as it should be. */
  record Nothing() implements Demand {}

  /** The shift change is due and has no handoff yet. */
  record Begin(ShiftChange change) implements Demand {}

  /** The unfinished handoff is of no use any more; another one begins, if one is due. */
  record Replace(CancelReason reason, Optional<ShiftChange> change) implements Demand {}

  /** The handoff waited for coverage, and the offer is due now. */
  record Offer(ShiftChange change) implements Demand {}

  /**
   * Somebody else is to be asked: the TAM asked is no longer on the incoming shift, or somebody
   * holds it now that was empty when its lead was asked.
   */
  record Move(ShiftChange change) implements Demand {}
}
