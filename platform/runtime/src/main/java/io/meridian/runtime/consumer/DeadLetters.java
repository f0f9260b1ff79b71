package io.meridian.runtime.consumer;

import io.meridian.runtime.outbox.EventCodec;
import io.meridian.runtime.outbox.UnreadableEvent;
import io.meridian.runtime.worker.Failures;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * What this service's consumers could not apply: to look at, and to apply after all once the cause
 * is mended. A replay goes to the one consumer that refused the message, through its inbox, so that
 * its effect is there once whatever happens and whoever replays.
 */
@ApplicationScoped
public class DeadLetters {

  /** What a replay did. */
  public enum Outcome {
    /** The effect is there now. */
    APPLIED,
    /** The effect was there already, by a replay or because the event had come again. */
    DUPLICATE
  }

  /** The consumer still cannot apply it; nothing has changed, the letter waits. */
  public static final class StillRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    StillRefused(String reason) {
      super(reason, null, false, false);
    }
  }

  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  private final SortedMap<String, EventConsumer> consumers = new TreeMap<>();
  private final ConsumerBroker broker;
  private final DeadLetterStore store;
  private final EventCodec codec;

  DeadLetters(
      @All List<EventConsumer> consumers,
      ConsumerBroker broker,
      DeadLetterStore store,
      EventCodec codec) {
    consumers.forEach(consumer -> this.consumers.put(consumer.name(), consumer));
    this.broker = broker;
    this.store = store;
    this.codec = codec;
  }

  /** The names of the consumers, in order. */
  public List<String> consumers() {
    return List.copyOf(consumers.keySet());
  }

  /**
   * The dead letters of a consumer from a position on, oldest first.
   *
   * @param consumer one of {@link #consumers}
   * @param limit at most so many, 1 or more
   */
  public Uni<List<DeadLetter>> list(String consumer, long position, int limit) {
    DeadLetterTopic topic = topic(consumer);
    return read(topic, position, limit)
        .map(letters -> letters.stream().map(topic::describe).toList())
        .chain(letters -> store.marked(consumer, letters));
  }

  /**
   * Gives a dead letter to its consumer again.
   *
   * @param consumer one of {@link #consumers}
   * @return empty when there is no letter at this position
   * @throws StillRefused as the failure of the answer, when it cannot be applied now either
   */
  public Uni<Optional<Outcome>> replay(String consumer, long position) {
    return read(topic(consumer), position, 1)
        .chain(
            letters ->
                letters.isEmpty() || letters.getFirst().offset() != position
                    ? Uni.createFrom().item(Optional.empty())
                    : apply(consumer, position, letters.getFirst()).map(Optional::of));
  }

  private Uni<Outcome> apply(String name, long position, ConsumerRecord<byte[], byte[]> letter) {
    Delivery delivery = Delivery.of(DeadLetterTopic.original(letter), codec, Set.of());
    Received received = delivery.received();
    Throwable refusal = delivery.refusal();
    if (refusal != null) {
      return Uni.createFrom().failure(refused(name, position, refusal));
    } else if (received == null) {
      throw new IllegalStateException("nothing is unwanted here");
    }
    return store
        .apply(name, position, received, of(name))
        .onFailure(e -> !Failures.isTransient(e))
        .transform(e -> refused(name, position, e));
  }

  /** The log has the whole failure, the asker the reason. */
  private static StillRefused refused(String consumer, long position, Throwable failure) {
    LOG.warnf("%s: dead letter %d: %s", consumer, position, Failures.summary(failure));
    return new StillRefused(
        failure instanceof UnreadableEvent
            ? String.valueOf(failure.getMessage())
            : Failures.reason(failure));
  }

  private Uni<List<ConsumerRecord<byte[], byte[]>>> read(
      DeadLetterTopic topic, long position, int limit) {
    return Uni.createFrom()
        .item(() -> with(open -> topic.read(open, position, limit)))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private <T> T with(Function<Consumer<byte[], byte[]>, T> work) {
    try (Consumer<byte[], byte[]> reader = broker.reader()) {
      return work.apply(reader);
    }
  }

  private DeadLetterTopic topic(String consumer) {
    return new DeadLetterTopic(of(consumer).name(), broker.deadLetters(consumer));
  }

  private EventConsumer of(String name) {
    EventConsumer consumer = consumers.get(name);
    if (consumer == null) {
      throw new IllegalArgumentException("no consumer " + name);
    }
    return consumer;
  }
}
