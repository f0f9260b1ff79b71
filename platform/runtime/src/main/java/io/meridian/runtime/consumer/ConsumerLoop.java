package io.meridian.runtime.consumer;

import static java.util.Objects.requireNonNull;

import io.meridian.events.Topic;
import io.meridian.runtime.consumer.ConsumerStore.Deposed;
import io.meridian.runtime.outbox.EventCodec;
import io.meridian.runtime.worker.Failures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs one {@link EventConsumer}: polls, applies batch by batch, narrows a failing batch down to
 * the message that spoils it. For one thread, except {@link #wake}.
 */
final class ConsumerLoop {
  private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
  private static final Duration POLL = Duration.ofSeconds(1);
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
  private final Set<String> unwanted;
  private final String deadLetters;
  private final Supplier<Consumer<byte[], byte[]>> broker;
  private final ConsumerStore store;
  private final EventCodec codec;
  private final Clock clock;
  private final ConsumerMeters meters;
  private final Completeness completeness;
  private final Horizon horizon = new Horizon();
  private final CountDownLatch stop = new CountDownLatch(1);

  private volatile @Nullable Consumer<byte[], byte[]> kafka;
  private @Nullable Assignment assignment;

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
    this.unwanted = Delivery.unwanted(consumer);
    this.deadLetters = deadLetters;
    this.broker = broker;
    this.store = store;
    this.codec = codec;
    this.clock = clock;
    this.meters = meters;
    List<String> topics = consumer.topics().stream().map(Topic::wireName).toList();
    this.completeness = new Completeness(name, topics, store, progress);
  }

  /** One poll and what follows from it. */
  void round() {
    try {
      Consumer<byte[], byte[]> open = open();
      Assignment mine = requireNonNull(assignment);
      try {
        round(open, mine);
      } catch (Abandoned | Deposed e) {
        LOG.infof("%s: %s; going back to the stored offsets", name, e.getMessage());
        mine.distrust();
      }
    } catch (WakeupException e) {
      LOG.debugf("%s woken", name);
    } catch (RuntimeException e) {
      close(GroupMembershipOperation.REMAIN_IN_GROUP);
      throw e;
    }
  }

  private void round(Consumer<byte[], byte[]> open, Assignment mine) {
    if (mine.isStale()) {
      mine.restore(first -> patiently(open, () -> store.offsets(name, first)));
      horizon.reset();
      completeness.reset();
    }
    Instant asked = clock.instant();
    ConsumerRecords<byte[], byte[]> records = open.poll(POLL);
    if (mine.isStale()) {
      return; // polled before the offsets were known
    }
    if (!records.isEmpty()) {
      for (List<ConsumerRecord<byte[], byte[]>> chunk : Chunks.of(records)) {
        process(open, mine, read(chunk));
      }
      open.resume(open.paused());
    }
    completeness.reckoned(open, horizon.reckon(open, asked));
    meters.lag(horizon.lag());
    mine.tellBroker();
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

  private Consumer<byte[], byte[]> open() {
    Consumer<byte[], byte[]> open = kafka;
    if (open == null) {
      open = broker.get();
      kafka = open;
      Assignment mine = new Assignment(open);
      assignment = mine;
      open.subscribe(consumer.topics().stream().map(Topic::wireName).toList(), mine);
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

  private List<Delivery> read(List<ConsumerRecord<byte[], byte[]>> messages) {
    List<Delivery> deliveries = new ArrayList<>(messages.size());
    for (ConsumerRecord<byte[], byte[]> message : messages) {
      deliveries.add(Delivery.of(message, codec, unwanted));
    }
    return deliveries;
  }

  /** Applies all of it; what cannot be applied becomes a dead letter, and only that. */
  private void process(Consumer<byte[], byte[]> open, Assignment mine, List<Delivery> deliveries) {
    try {
      meters.add(
          patiently(
              open, () -> store.apply(name, consumer, mine.offsets(), deliveries, deadLetters)));
      mine.moved(deliveries);
      horizon.applied(deliveries);
    } catch (Abandoned | Deposed | WakeupException e) {
      throw e;
    } catch (RuntimeException e) {
      Delivery one = deliveries.getFirst();
      if (deliveries.size() > 1) {
        int half = deliveries.size() / 2;
        process(open, mine, deliveries.subList(0, half));
        process(open, mine, deliveries.subList(half, deliveries.size()));
      } else if (one.received() != null) {
        LOG.errorf(
            "%s: %s at %d becomes a dead letter: %s",
            name, one.partition(), one.kafka().offset(), Failures.summary(e));
        process(open, mine, List.of(one.refused(e)));
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
      Set<TopicPartition> before = open.assignment();
      open.pause(before);
      if (!open.poll(Duration.ZERO).isEmpty() || !open.assignment().equals(before)) {
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
}
