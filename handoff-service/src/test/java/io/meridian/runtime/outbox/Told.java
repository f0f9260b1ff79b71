package io.meridian.runtime.outbox;

import io.meridian.events.Event;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.util.List;
import java.util.function.Consumer;

/** An outbox that hands on what it is told, in the transaction of the state it reports. */
@Vetoed
public final class Told extends Outbox {
  private final Consumer<Event> log;

  public Told(Consumer<Event> log) {
    super(null, "simulation", List.of());
    this.log = log;
  }

  @Override
  public Uni<Void> append(UnitOfWork unit, List<? extends Event> events) {
    return Uni.createFrom().voidItem().invoke(() -> events.forEach(log));
  }
}
