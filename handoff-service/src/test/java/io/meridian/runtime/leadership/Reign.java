package io.meridian.runtime.leadership;

import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.util.function.LongSupplier;

/** What one replica believes about its leadership; the fence compares it with the current term. */
@Vetoed
public final class Reign extends Leadership {
  private final LongSupplier current;
  private final boolean fenced;
  private long believed = -1;

  /**
   * @param current the term that is current in the database
   * @param fenced false plants the fault of a fence that lets everybody pass
   */
  public Reign(LongSupplier current, boolean fenced) {
    super(null, null, new AdvisoryLock.OfTheService(null), "simulation", false, "simulation");
    this.current = current;
    this.fenced = fenced;
  }

  /** From now on this replica believes to lead in this term. */
  public void begin(long term) {
    believed = term;
  }

  /** This replica has noticed that its term is over. */
  public void end() {
    believed = -1;
  }

  /** The term it believes to lead in; -1 when none. */
  public long believed() {
    return believed;
  }

  @Override
  public boolean isLeader() {
    return believed >= 0;
  }

  @Override
  public Uni<Void> fence(UnitOfWork unit) {
    return Uni.createFrom()
        .deferred(
            () ->
                fenced && believed != current.getAsLong()
                    ? Uni.createFrom().failure(new LostLeadership("simulation"))
                    : Uni.createFrom().voidItem());
  }
}
