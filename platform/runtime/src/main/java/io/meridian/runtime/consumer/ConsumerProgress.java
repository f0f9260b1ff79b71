package io.meridian.runtime.consumer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How far the service's consumers have come, on all replicas together, in domain time. */
@ApplicationScoped
public class ConsumerProgress {
  private final Map<String, Instant> instants = new ConcurrentHashMap<>();

  /**
   * The domain instant up to which the consumer has seen everything that was published: shortly
   * before now when it is caught up, else the time of the last event it applied; where replicas
   * share the partitions, the slowest counts. {@link Instant#EPOCH} before the first is known.
   */
  public Instant completeUpTo(String consumer) {
    return instants.getOrDefault(consumer, Instant.EPOCH);
  }

  /** Moves a consumer's instant; it never goes back. */
  void reached(String consumer, Instant instant) {
    instants.merge(consumer, instant, (a, b) -> a.isAfter(b) ? a : b);
  }
}
