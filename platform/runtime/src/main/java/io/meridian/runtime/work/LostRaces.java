package io.meridian.runtime.work;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.OptimisticLockException;
import org.hibernate.exception.ConstraintViolationException;

/** What a session writes when another unit may be writing the same. */
public final class LostRaces {
  private LostRaces() {}

  /**
   * Writes what the session holds back. Who finds a key taken since they looked has lost a race: an
   * optimistic lock failure, after which the unit of work runs again and sees who was faster.
   */
  public static Uni<Void> flush(UnitOfWork unit) {
    return unit.session()
        .flush()
        .onFailure(ConstraintViolationException.class)
        .transform(taken -> new OptimisticLockException("somebody else was faster", taken));
  }
}
