package io.meridian.handoff.handoff.application;

import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Who has something to do at shift changes beside the handoffs. */
public interface ShiftChangeListener {

  /**
   * Shift changes are prepared, or wait for their incoming shift; told in the transaction of every
   * step of the engine, so of the same ones again.
   *
   * @param asOf the instant that the step is of
   */
  Uni<Void> prepared(UnitOfWork unit, List<ShiftChange> open, Instant asOf);

  /** It is the deadline of what had to be confirmed. */
  Uni<Void> confirmBy(UnitOfWork unit, Instant asOf);
}
