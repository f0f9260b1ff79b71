package io.meridian.runtime.wiring;

import io.meridian.events.Topic;
import io.meridian.runtime.consumer.EventConsumer;
import io.meridian.runtime.consumer.Received;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A consumer as a service declares one: a bean, found and run by the runtime. */
@ApplicationScoped
public class WiredConsumer implements EventConsumer {
  private final List<Received> received = new CopyOnWriteArrayList<>();

  @Override
  public String name() {
    return "wired";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.CUSTOMERS);
  }

  @Override
  public Uni<Void> apply(UnitOfWork unit, List<Received> batch) {
    received.addAll(batch);
    return Uni.createFrom().voidItem();
  }

  public List<Received> received() {
    return received;
  }
}
