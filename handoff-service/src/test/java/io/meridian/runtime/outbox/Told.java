package io.meridian.runtime.outbox;

import io.meridian.events.Event;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.inject.Vetoed;
import java.util.List;
import java.util.function.Consumer;

/** An outbox that hands on what it is told, in the transaction of the state it reports. */
@Vetoed
public final class Told extends Outbox {
  private final Consumer<Event> log;

  public Told(Consumer<Event> log) {
    super(null, "simulation");
    this.log = log;
  }

  @Override
  public Uni<Void> append(SqlConnection tx, List<? extends Event> events) {
    return Uni.createFrom().voidItem().invoke(() -> events.forEach(log));
  }
}
