package io.meridian.handoff.calendar.api;

import io.meridian.handoff.calendar.application.CalendarListener;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** A listener that can refuse what is being applied. */
@ApplicationScoped
public class StubbornListener implements CalendarListener {

  private final AtomicBoolean refuses = new AtomicBoolean();

  /** From now on every apply fails, or passes again. */
  public void refuse(boolean all) {
    refuses.set(all);
  }

  @Override
  public Uni<Void> calendarApplied(UnitOfWork unit, Instant at) {
    return refuses.get()
        ? Uni.createFrom().failure(new IllegalStateException("not with me"))
        : Uni.createFrom().voidItem();
  }
}
