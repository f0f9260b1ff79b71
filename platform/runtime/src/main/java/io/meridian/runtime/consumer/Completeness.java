package io.meridian.runtime.consumer;

import io.meridian.runtime.worker.Failures;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reckons how far all replicas of a consumer have come together. A replica that has every partition
 * knows it by itself; otherwise the replicas tell each other through PostgreSQL, once a second, and
 * the slowest partition counts. One thread.
 */
final class Completeness {
  private static final Logger LOG = Logger.getLogger(Completeness.class);
  private static final long TELL_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final String consumer;
  private final Collection<String> topics;
  private final ConsumerStore store;
  private final ConsumerProgress progress;
  private @Nullable Instant own;
  private long toldAt = System.nanoTime() - TELL_EVERY_NANOS;

  Completeness(
      String consumer, Collection<String> topics, ConsumerStore store, ConsumerProgress progress) {
    this.consumer = consumer;
    this.topics = topics;
    this.store = store;
    this.progress = progress;
  }

  /** Forgets what was true of other partitions than those assigned now. */
  void reset() {
    own = null;
  }

  /**
   * To be told after every poll.
   *
   * @param mine up to which instant this replica has seen everything in its partitions; empty when
   *     nothing new can be told
   */
  void reckoned(Consumer<?, ?> kafka, Optional<Instant> mine) {
    own = mine.orElse(own);
    Set<TopicPartition> all = partitions(kafka);
    if (kafka.assignment().containsAll(all)) {
      mine.ifPresent(instant -> progress.reached(consumer, instant));
    } else if (System.nanoTime() - toldAt >= TELL_EVERY_NANOS) {
      toldAt = System.nanoTime();
      tell(kafka.assignment(), all);
    }
  }

  private void tell(Set<TopicPartition> assigned, Set<TopicPartition> all) {
    try {
      Map<TopicPartition, Instant> told = store.complete(consumer, assigned, own);
      if (told.keySet().containsAll(all)) {
        told.keySet().retainAll(all);
        told.values().stream()
            .min(Instant::compareTo)
            .ifPresent(slowest -> progress.reached(consumer, slowest));
      }
    } catch (RuntimeException e) {
      LOG.debugf("%s: progress of the other replicas: %s", consumer, Failures.summary(e));
    }
  }

  private Set<TopicPartition> partitions(Consumer<?, ?> kafka) {
    Set<TopicPartition> all = new HashSet<>();
    for (String topic : topics) {
      for (PartitionInfo partition : kafka.partitionsFor(topic)) {
        all.add(new TopicPartition(topic, partition.partition()));
      }
    }
    return all;
  }
}
