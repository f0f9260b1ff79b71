package io.meridian.runtime.consumer;

import io.meridian.runtime.outbox.Replica;
import java.time.Clock;

/** Runs consumers on a replica that was put together without a container. */
final class Consuming {
  final ConsumerProgress progress = new ConsumerProgress();
  final ConsumerStore store;
  private final Replica replica;

  Consuming(Replica replica) {
    this.replica = replica;
    this.store = new ConsumerStore(replica.units, replica.outbox);
  }

  /** Starts the consumer as the replica of the given name. */
  Consuming with(EventConsumer consumer, String instance) {
    var broker = new ConsumerBroker("test-service", instance, replica.broker);
    var loop =
        new ConsumerLoop(
            consumer,
            broker.deadLetters(consumer.name()),
            () -> broker.join(consumer.name()),
            store,
            replica.codec,
            Clock.systemUTC(),
            new ConsumerMeters(replica.meters, consumer.name()),
            progress);
    replica.workers.start("consumer-" + instance, loop::round, loop::wake, loop::end);
    return this;
  }
}
