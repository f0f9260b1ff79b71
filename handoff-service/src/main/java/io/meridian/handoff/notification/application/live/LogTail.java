package io.meridian.handoff.notification.application.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.meridian.events.Event;
import io.meridian.events.Topic;
import io.meridian.runtime.outbox.EventCodec;
import io.meridian.runtime.outbox.UnreadableEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The end of the topics of handoffs and shifts, read without a consumer group. Not for several
 * threads. Each partition of a topic is a lane, whose number tells both.
 */
final class LogTail implements AutoCloseable {
  /** Records of each partition that are read again at the start, for who comes back. */
  private static final int RECENT = 200;

  private final Consumer<byte[], byte[]> consumer;
  private final Map<Integer, Long> beginnings = new TreeMap<>();

  private static final List<Topic> TOPICS = List.of(Topic.HANDOFFS, Topic.SHIFTS);

  /** More partitions than a topic has. */
  private static final int LANES_OF_TOPIC = 1_000;

  /** A record as it came, with its place in the log: it is read only when somebody listens. */
  record Entry(int lane, long offset, String type, byte[] json) {

    /** The event; empty for what cannot be read: whoever must apply it puts it aside. */
    Optional<Event> event(EventCodec codec) {
      try {
        return Optional.of(codec.decode(type, new String(json, UTF_8)));
      } catch (UnreadableEvent e) {
        return Optional.empty();
      }
    }
  }

  LogTail(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    all.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
    all.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    consumer = new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    try {
      begin();
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  private void begin() {
    List<TopicPartition> partitions =
        TOPICS.stream()
            .flatMap(
                topic -> consumer.partitionsFor(topic.wireName(), Duration.ofSeconds(10)).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
    for (TopicPartition partition : partitions) {
      long from =
          Math.max(first.getOrDefault(partition, 0L), end.getOrDefault(partition, 0L) - RECENT);
      consumer.seek(partition, from);
      beginnings.put(lane(partition.topic(), partition.partition()), from);
    }
  }

  private static int lane(String topic, int partition) {
    for (int i = 0; i < TOPICS.size(); i++) {
      if (TOPICS.get(i).wireName().equals(topic)) {
        return i * LANES_OF_TOPIC + partition;
      }
    }
    throw new IllegalArgumentException(topic);
  }

  /** The first offset read of each lane. */
  Map<Integer, Long> beginnings() {
    return beginnings;
  }

  /** What has been published since; waits a little for the first. */
  List<Entry> poll(Duration patience) {
    List<Entry> entries = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
      Header type = record.headers().lastHeader("ce_type");
      if (type != null && record.value() != null) {
        String name = new String(type.value(), UTF_8);
        entries.add(
            new Entry(
                lane(record.topic(), record.partition()), record.offset(), name, record.value()));
      }
    }
    return entries;
  }

  /** Makes a poll under way return. */
  void wake() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
