package io.meridian.runtime.consumer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What one consumer shows of its work. */
final class ConsumerMeters {
  private final Counter applied;
  private final Counter duplicates;
  private final Counter dead;
  private volatile long lag;

  ConsumerMeters(MeterRegistry meters, String consumer) {
    applied = counter(meters, consumer, "applied", "Events applied");
    duplicates =
        counter(meters, consumer, "duplicates", "Events that came again and changed nothing");
    dead =
        counter(
            meters, consumer, "dead.letters", "Messages put aside because they cannot be applied");
    Gauge.builder("meridian.consumer.lag", () -> lag)
        .description("Messages published and not yet applied")
        .tag("consumer", consumer)
        .register(meters);
  }

  void add(ConsumerStore.Outcome outcome) {
    applied.increment(outcome.applied());
    duplicates.increment(outcome.duplicates());
    dead.increment(outcome.dead());
  }

  void lag(long messages) {
    lag = messages;
  }

  private static Counter counter(MeterRegistry meters, String consumer, String name, String what) {
    return Counter.builder("meridian.consumer." + name)
        .description(what)
        .tag("consumer", consumer)
        .register(meters);
  }
}
