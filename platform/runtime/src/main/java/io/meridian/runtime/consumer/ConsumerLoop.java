package io.meridian.runtime.consumer;

import io.meridian.events.Topic;
import io.meridian.runtime.consumer.ConsumerStore.Deposed;
import io.meridian.runtime.outbox.EventCodec;
import io.meridian.runtime.worker.Failures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs one {@link EventConsumer}: polls, applies batch by batch, narrows a failing batch down to
 * the message that spoils it. The offsets that count are PostgreSQL's; those kept by the broker are
 * for people who look at the group. For one thread, except {@link #wake}.
 */
final class ConsumerLoop implements ConsumerRebalanceListener {
  private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final long TELL_BROKER_EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long PAUSE_MILLIS_MIN = 50;
  private static final long PAUSE_MILLIS_MAX = 5_000;

  /** The work in hand is no longer ours: the assignment changed, or the service stops. */
  private static final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1;

    Abandoned(String why) {
      super(why, null, false, false);
    }
  }

  private final EventConsumer consumer;
  private final String name;
  private final String deadLetters;
  private final Supplier<Consumer<byte[], byte[]>> broker;
  private final ConsumerStore store;
  private final EventCodec codec;
  private final Clock clock;
  private final ConsumerMeters meters;
  private final ConsumerProgress progress;
  private final Horizon horizon = new Horizon();
  private final CountDownLatch stop = new CountDownLatch(1);

  /** Where PostgreSQL's offsets stand, as far as this replica knows. */
  private final Map<TopicPartition, Long> offsets = new HashMap<>();

  private volatile @Nullable Consumer<byte[], byte[]> kafka;
  private boolean reassigned;
  private boolean brokerKnows = true;
  private long brokerToldAt = System.nanoTime();

  ConsumerLoop(
      EventConsumer consumer,
      String deadLetters,
      Supplier<Consumer<byte[], byte[]>> broker,
      ConsumerStore store,
      EventCodec codec,
      Clock clock,
      ConsumerMeters meters,
      ConsumerProgress progress) {
    this.consumer = consumer;
    this.name = consumer.name();
    this.deadLetters = deadLetters;
    this.broker = broker;
    this.store = store;
    this.codec = codec;
    this.clock = clock;
    this.meters = meters;
    this.progress = progress;
  }

  /** One poll and what follows from it. */
  void round() {
    try {
      Consumer<byte[], byte[]> open = open();
      if (reassigned) {
        restore(open);
      }
      Instant asked = clock.instant();
      ConsumerRecords<byte[], byte[]> records = open.poll(POLL);
      if (reassigned) {
        return; // polled before the offsets were known
      }
      if (!records.isEmpty()) {
        process(open, read(records));
        open.resume(open.paused());
      }
      horizon.reckon(open, asked).ifPresent(instant -> progress.reached(name, instant));
      meters.lag(horizon.lag());
      tellBroker(open);
    } catch (Abandoned | Deposed e) {
      LOG.infof("%s: %s; going back to the stored offsets", name, e.getMessage());
      reassigned = true;
    } catch (WakeupException e) {
      LOG.debugf("%s woken", name);
    } catch (RuntimeException e) {
      close(GroupMembershipOperation.REMAIN_IN_GROUP);
      throw e;
    }
  }

  /** Makes the current round end soon; for other threads, on stop. */
  void wake() {
    stop.countDown();
    Consumer<byte[], byte[]> open = kafka;
    if (open != null) {
      open.wakeup();
    }
  }

  void end() {
    close(GroupMembershipOperation.LEAVE_GROUP);
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    Consumer<byte[], byte[]> open = kafka;
    if (open != null && !partitions.isEmpty()) {
      open.pause(partitions); // until their offsets are known
      reassigned = true;
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    reassigned |= !partitions.isEmpty();
  }

  private Consumer<byte[], byte[]> open() {
    Consumer<byte[], byte[]> open = kafka;
    if (open == null) {
      open = broker.get();
      kafka = open;
      open.subscribe(consumer.topics().stream().map(Topic::wireName).toList(), this);
    }
    return open;
  }

  private void close(GroupMembershipOperation membership) {
    Consumer<byte[], byte[]> open = kafka;
    kafka = null;
    if (open != null) {
      try {
        open.close(
            CloseOptions.timeout(Duration.ofSeconds(2)).withGroupMembershipOperation(membership));
      } catch (KafkaException e) {
        LOG.debugf("%s: close: %s", name, e);
      }
    }
  }

  private void restore(Consumer<byte[], byte[]> open) {
    Map<TopicPartition, Long> first = open.beginningOffsets(open.assignment());
    offsets.clear();
    offsets.putAll(patiently(open, () -> store.offsets(name, first)));
    offsets.forEach(
        (partition, next) ->
            open.seek(partition, Math.max(next, first.getOrDefault(partition, 0L))));
    open.resume(open.assignment());
    horizon.reset();
    reassigned = false;
  }

  private List<Delivery> read(ConsumerRecords<byte[], byte[]> records) {
    List<Delivery> deliveries = new ArrayList<>(records.count());
    for (ConsumerRecord<byte[], byte[]> message : records) {
      deliveries.add(Delivery.of(message, codec));
    }
    return deliveries;
  }

  /** Applies all of it; what cannot be applied becomes a dead letter, and only that. */
  private void process(Consumer<byte[], byte[]> open, List<Delivery> deliveries) {
    try {
      meters.add(
          patiently(open, () -> store.apply(name, consumer, offsets, deliveries, deadLetters)));
      deliveries.forEach(delivery -> offsets.put(delivery.partition(), delivery.next()));
      horizon.applied(deliveries);
      brokerKnows = false;
    } catch (Abandoned | Deposed | WakeupException e) {
      throw e;
    } catch (RuntimeException e) {
      Delivery one = deliveries.getFirst();
      if (deliveries.size() > 1) {
        int half = deliveries.size() / 2;
        process(open, deliveries.subList(0, half));
        process(open, deliveries.subList(half, deliveries.size()));
      } else if (one.received() != null) {
        LOG.errorf(
            e, "%s: %s at %d becomes a dead letter", name, one.partition(), one.kafka().offset());
        process(open, List.of(one.refused(e)));
      } else {
        throw e;
      }
    }
  }

  /** Tries until it works or fails for good, and stays a member of the group meanwhile. */
  private <T> T patiently(Consumer<byte[], byte[]> open, Supplier<T> step) {
    long pause = PAUSE_MILLIS_MIN;
    while (true) {
      try {
        return step.get();
      } catch (RuntimeException e) {
        if (e instanceof Deposed || !Failures.isTransient(e)) {
          throw e;
        }
        LOG.warnf("%s: %s; again in %d ms", name, Failures.summary(e), pause);
      }
      await(pause);
      pause = Math.min(2 * pause, PAUSE_MILLIS_MAX);
      open.pause(open.assignment());
      boolean moved = reassigned && !offsets.isEmpty();
      if (!open.poll(Duration.ZERO).isEmpty() || moved) {
        throw new Abandoned("the assignment changed");
      }
    }
  }

  private void await(long millis) {
    try {
      if (!stop.await(millis, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new Abandoned("stopping");
  }

  private void tellBroker(Consumer<byte[], byte[]> open) {
    long now = System.nanoTime();
    if (!brokerKnows && now - brokerToldAt > TELL_BROKER_EVERY_NANOS) {
      brokerKnows = true;
      brokerToldAt = now;
      Map<TopicPartition, OffsetAndMetadata> told = new HashMap<>();
      offsets.forEach((partition, next) -> told.put(partition, new OffsetAndMetadata(next)));
      open.commitAsync(told, null);
    }
  }
}
