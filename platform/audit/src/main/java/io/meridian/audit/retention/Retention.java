package io.meridian.audit.retention;

import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Rows that are kept for a time. Every CDI bean of this type is asked to forget once an hour. */
public interface Retention {
  /** Most rows that one step should delete, so that nobody waits for it. */
  int STEP = 1_000;

  /**
   * Deletes a step of what is over its time, the oldest first, and never what an open case needs.
   *
   * @param now the domain instant
   * @return how much is gone; 0 when nothing is left to forget
   */
  Uni<Long> forget(UnitOfWork unit, Instant now);
}
