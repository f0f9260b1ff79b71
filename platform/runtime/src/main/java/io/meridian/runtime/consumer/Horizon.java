package io.meridian.runtime.consumer;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Reckons up to which domain instant a consumer has seen all that was published. One thread. */
final class Horizon {
  private final Map<TopicPartition, Instant> applied = new HashMap<>();
  private Instant askedBefore = Instant.EPOCH;
  private double answersBefore;
  private long lag;

  /** Forgets what belonged to another assignment. */
  void reset() {
    applied.clear();
    askedBefore = Instant.EPOCH;
  }

  void applied(List<Delivery> deliveries) {
    for (Delivery delivery : deliveries) {
      Instant time = delivery.time();
      if (time != null) {
        applied.put(delivery.partition(), time);
      }
    }
  }

  /** Messages known to the broker and not polled, at the last {@link #reckon}. */
  long lag() {
    return lag;
  }

  /**
   * To be asked after every poll, once its records are applied. Empty when nothing new can be told:
   * the broker has not answered, or a partition is behind and nothing of it was applied yet.
   *
   * @param asked what the domain clock read when the poll began
   */
  Optional<Instant> reckon(Consumer<?, ?> kafka, Instant asked) {
    Instant complete = askedBefore;
    double answers = answers(kafka);
    boolean heard = answers != answersBefore;
    askedBefore = asked;
    answersBefore = answers;
    long behind = 0;
    Optional<Instant> oldest = Optional.of(Instant.MAX);
    for (TopicPartition partition : kafka.assignment()) {
      OptionalLong left = kafka.currentLag(partition);
      if (left.isEmpty()) {
        heard = false;
      } else if (left.getAsLong() > 0) {
        behind += left.getAsLong();
        Optional<Instant> last = Optional.ofNullable(applied.get(partition));
        oldest = oldest.flatMap(o -> last.map(l -> l.isBefore(o) ? l : o));
      }
    }
    lag = behind;
    if (behind > 0) {
      return oldest;
    }
    return heard && complete.isAfter(Instant.EPOCH) ? Optional.of(complete) : Optional.empty();
  }

  /** Fetches the broker has answered: an empty poll without one tells nothing. */
  private static double answers(Consumer<?, ?> kafka) {
    return kafka.metrics().entrySet().stream()
        .filter(
            metric ->
                metric.getKey().name().equals("fetch-total") && metric.getKey().tags().size() == 1)
        .mapToDouble(metric -> ((Number) metric.getValue().metricValue()).doubleValue())
        .sum();
  }
}
