package io.meridian.testkit;

import io.meridian.events.Event;
import io.meridian.events.Topic;
import io.meridian.testkit.kafka.TopicList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The log as a test sees it: what was published, from the beginning or from now on; and publishing
 * an event as another service would. Not for use by several threads at once.
 */
public final class PublishedEvents implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final KafkaConsumer<String, String> consumer;
  private final KafkaProducer<String, String> producer;
  private final List<Published> seen = new ArrayList<>();
  private Map<String, String> further = Map.of();

  /** Of the broker that {@link MeridianServers} started, over all event topics. */
  public PublishedEvents() {
    this(TestServers.bootstrapServers(), List.of(Topic.values()));
  }

  /** Of any broker, over some topics. */
  public PublishedEvents(String bootstrapServers, Collection<Topic> topics) {
    Map<String, Object> client = Map.of("bootstrap.servers", bootstrapServers);
    producer = new KafkaProducer<>(client, new StringSerializer(), new StringSerializer());
    consumer = new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer());
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic.wireName()).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /**
   * Of the broker that {@link MeridianServers} started, without what was published before: the log
   * of a module's tests grows, and who reads all of it for each test reads its square.
   */
  public static PublishedEvents fromNow() {
    PublishedEvents events = new PublishedEvents();
    events.consumer.seekToEnd(events.consumer.assignment());
    events.consumer.assignment().forEach(events.consumer::position); // sought when first asked for
    return events;
  }

  /** Everything published until now, in order within each partition. */
  public List<Published> all() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      poll();
    }
    return List.copyOf(seen);
  }

  /** The first event of this type about this key. Fails after a minute. */
  public <E extends Event> E await(Class<E> type, String key) {
    return await(type, 1, event -> event.key().equals(key)).getFirst();
  }

  /** At least {@code count} events of this type that match, oldest first. Fails after a minute. */
  public <E extends Event> List<E> await(Class<E> type, int count, Predicate<? super E> matching) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      List<E> found = of(type).stream().filter(matching).toList();
      if (found.size() >= count) {
        return found;
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "%d of %d events %s seen in %s among %d published"
                .formatted(found.size(), count, type.getSimpleName(), PATIENCE, seen.size()));
      }
      poll();
    }
  }

  /** The events of this type seen so far. */
  public <E extends Event> List<E> of(Class<E> type) {
    return seen.stream().map(Published::event).filter(type::isInstance).map(type::cast).toList();
  }

  /** Publishes the event with a new id and waits until the broker has it. */
  public UUID publish(Event event) {
    UUID id = UUID.randomUUID();
    publish(id, event);
    return id;
  }

  /** Publishes the event with this id, as often as it is called: a delivery may repeat. */
  public void publish(UUID id, Event event) {
    ProducerRecord<String, String> record = EventJson.record(id, event);
    EventJson.addHeaders(record, further);
    send(record);
  }

  /** What is published from now on belongs to this W3C trace. */
  public void within(String traceparent) {
    further = Map.of("traceparent", traceparent);
  }

  /**
   * Publishes any text to a topic, with headers of a known type: to try what a consumer refuses.
   */
  public void publishRaw(Topic topic, String key, String type, String body) {
    ProducerRecord<String, String> record = new ProducerRecord<>(topic.wireName(), key, body);
    EventJson.addHeaders(
        record,
        Map.of("ce_id", UUID.randomUUID().toString(), "ce_type", type, "ce_specversion", "1.0"));
    send(record);
  }

  private void send(ProducerRecord<String, String> record) {
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void poll() {
    for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(50))) {
      seen.add(EventJson.published(record));
    }
  }

  /** Makes topics of one partition each, as the consumers of a test may need for dead letters. */
  public static void ensureTopics(String... names) {
    TopicList.createExtra(TestServers.bootstrapServers(), Arrays.asList(names));
  }

  @Override
  public void close() {
    consumer.close();
    producer.close();
  }
}
