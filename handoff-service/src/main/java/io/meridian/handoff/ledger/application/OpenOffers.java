package io.meridian.handoff.ledger.application;

import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is offered to somebody: to take it over is to accept the offer. */
public interface OpenOffers {

  /**
   * Accepts what somebody is asked to take, in the transaction of their take-over, with the
   * escalation's row locked; false when they are not asked.
   *
   * @param readBack their own words, or null
   * @throws io.meridian.rest.problem.Problem 400 without the read-back that the acceptance needs
   */
  Uni<Boolean> accept(UnitOfWork unit, UUID escalation, String tam, @Nullable String readBack);
}
