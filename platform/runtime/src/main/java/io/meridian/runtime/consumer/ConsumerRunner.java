package io.meridian.runtime.consumer;

import io.meridian.runtime.outbox.EventCodec;
import io.meridian.runtime.worker.Workers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Runs every {@link EventConsumer} bean, each on a thread and in a consumer group of its own. */
@ApplicationScoped
class ConsumerRunner {
  private final Instance<EventConsumer> consumers;
  private final Workers workers;
  private final ConsumerBroker broker;
  private final ConsumerStore store;
  private final EventCodec codec;
  private final Clock clock;
  private final MeterRegistry meters;
  private final ConsumerProgress progress;

  ConsumerRunner(
      Instance<EventConsumer> consumers,
      Workers workers,
      ConsumerBroker broker,
      ConsumerStore store,
      EventCodec codec,
      Clock clock,
      MeterRegistry meters,
      ConsumerProgress progress) {
    this.consumers = consumers;
    this.workers = workers;
    this.broker = broker;
    this.store = store;
    this.codec = codec;
    this.clock = clock;
    this.meters = meters;
    this.progress = progress;
  }

  void start(@Observes StartupEvent event) {
    Map<String, EventConsumer> names = new HashMap<>();
    for (EventConsumer consumer : consumers) {
      String name = consumer.name();
      if (!name.matches("[a-z0-9-]+") || names.put(name, consumer) != null) {
        throw new IllegalStateException("consumer name is malformed or used twice: " + name);
      }
      ConsumerLoop loop = loop(consumer);
      workers.start("consumer-" + name, loop::round, loop::wake, loop::end);
    }
  }

  private ConsumerLoop loop(EventConsumer consumer) {
    String name = consumer.name();
    return new ConsumerLoop(
        consumer,
        broker.deadLetters(name),
        () -> broker.join(name),
        store,
        codec,
        clock,
        new ConsumerMeters(meters, name),
        progress);
  }
}
