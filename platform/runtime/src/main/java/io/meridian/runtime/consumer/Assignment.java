package io.meridian.runtime.consumer;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions this replica was given, and where PostgreSQL's offsets stand in them as far as it
 * knows. Offsets kept by the broker are for people who look at the group. One thread.
 */
final class Assignment implements ConsumerRebalanceListener {
  private static final long TELL_BROKER_EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Consumer<?, ?> kafka;
  private final Map<TopicPartition, Long> offsets = new HashMap<>();
  private boolean stale;
  private boolean brokerKnows = true;
  private long brokerToldAt = System.nanoTime();

  Assignment(Consumer<?, ?> kafka) {
    this.kafka = kafka;
  }

  /** True when partitions came or went, or the offsets proved wrong: restore before going on. */
  boolean isStale() {
    return stale;
  }

  void distrust() {
    stale = true;
  }

  Map<TopicPartition, Long> offsets() {
    return Map.copyOf(offsets);
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    if (!partitions.isEmpty()) {
      kafka.pause(partitions); // until their offsets are known
      stale = true;
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    stale |= !partitions.isEmpty();
  }

  /**
   * Goes on where PostgreSQL says.
   *
   * @param load from the offsets to begin with to the stored ones, for the same partitions
   */
  void restore(UnaryOperator<Map<TopicPartition, Long>> load) {
    Map<TopicPartition, Long> first = kafka.beginningOffsets(kafka.assignment());
    Map<TopicPartition, Long> stored = load.apply(first);
    offsets.clear();
    stored.forEach(
        (partition, next) -> {
          offsets.put(partition, next);
          kafka.seek(partition, Math.max(next, first.getOrDefault(partition, 0L)));
        });
    kafka.resume(kafka.assignment());
    stale = false;
  }

  /** The deliveries were applied, and PostgreSQL's offsets moved behind them. */
  void moved(List<Delivery> deliveries) {
    deliveries.forEach(delivery -> offsets.put(delivery.partition(), delivery.next()));
    brokerKnows = false;
  }

  /** Lets the broker know now and then. */
  void tellBroker() {
    long now = System.nanoTime();
    if (!brokerKnows && now - brokerToldAt > TELL_BROKER_EVERY_NANOS) {
      brokerKnows = true;
      brokerToldAt = now;
      Map<TopicPartition, OffsetAndMetadata> told = new HashMap<>();
      offsets.forEach((partition, next) -> told.put(partition, new OffsetAndMetadata(next)));
      kafka.commitAsync(told, null);
    }
  }
}
