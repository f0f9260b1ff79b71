package io.meridian.runtime.consumer;

import io.meridian.events.CustomerEvent;
import io.meridian.events.Event;
import io.meridian.events.Topic;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes what it gets into table {@code seen}, and fails when told to. */
class CustomerLog implements EventConsumer {
  final AtomicInteger outages = new AtomicInteger();

  /** Fails each time it sees a customer of this name, until it is mended. */
  final String poison = UUID.randomUUID().toString();

  volatile boolean mended;

  volatile Set<Class<? extends Event>> wants = Set.of(Event.class);

  private final String name;

  CustomerLog(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.CUSTOMERS);
  }

  @Override
  public Set<Class<? extends Event>> wants() {
    return wants;
  }

  @Override
  public Uni<Void> apply(UnitOfWork unit, List<Received> batch) {
    if (outages.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      return Uni.createFrom().failure(new IOException("something is away"));
    }
    List<Tuple> rows = new ArrayList<>();
    boolean spoilt = false;
    for (Received received : batch) {
      var customer = ((CustomerEvent) received.event()).customer();
      rows.add(Tuple.of(received.id(), name, customer.id(), customer.revision()));
      spoilt |= customer.name().equals(poison) && !mended;
    }
    Uni<Void> insert =
        unit.batch("insert into seen values (default, $1, $2, $3, $4)", rows).replaceWithVoid();
    boolean fails = spoilt;
    return insert.chain(
        () -> fails ? unit.query("select 1/0").replaceWithVoid() : Uni.createFrom().voidItem());
  }
}
