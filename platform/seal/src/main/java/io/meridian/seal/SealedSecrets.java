package io.meridian.seal;

import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;

/** Where a service keeps secrets: they follow when the key that seals is another one. */
public interface SealedSecrets {

  /**
   * Seals some of what is not sealed under the present key; what another transaction has in hand is
   * left to it.
   *
   * @return how many were sealed; 0 once there is nothing left to do
   */
  Uni<Integer> reseal(UnitOfWork unit);
}
