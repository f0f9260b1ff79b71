package io.meridian.handoff.calendar.application.agreement;

import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/**
 * Wants to know when coverage holes begin or cease to be agreed to. Every bean of this type is
 * called, one after another, in the transaction that makes or ends an agreement: a failure undoes
 * the whole.
 */
public interface AgreementListener {

  /** What is agreed to from an instant on, that is now, is something else than before. */
  Uni<Void> agreementChanges(UnitOfWork unit, Instant at);
}
