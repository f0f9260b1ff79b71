package io.meridian.runtime.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Reads one consumer's dead letters, and makes of them again the messages they were. */
final class DeadLetterTopic {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String consumer;
  private final TopicPartition partition;

  DeadLetterTopic(String consumer, String topic) {
    this.consumer = consumer;
    this.partition = new TopicPartition(topic, 0);
  }

  /**
   * Up to {@code limit} messages at this position and behind it, oldest first. Blocks.
   *
   * @throws org.apache.kafka.common.errors.TimeoutException when the broker does not answer
   */
  List<ConsumerRecord<byte[], byte[]>> read(
      Consumer<byte[], byte[]> broker, long position, int limit) {
    List<TopicPartition> one = List.of(partition);
    broker.assign(one);
    long end = broker.endOffsets(one, PATIENCE).getOrDefault(partition, 0L);
    long begin = broker.beginningOffsets(one, PATIENCE).getOrDefault(partition, 0L);
    broker.seek(partition, Math.clamp(position, begin, end));
    List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (letters.size() < limit && broker.position(partition, PATIENCE) < end) {
      if (System.nanoTime() > deadline) {
        throw new org.apache.kafka.common.errors.TimeoutException("no answer within " + PATIENCE);
      }
      broker.poll(Duration.ofMillis(200)).forEach(letters::add);
    }
    return List.copyOf(letters.subList(0, Math.min(limit, letters.size())));
  }

  /** The letter, for people. */
  DeadLetter describe(ConsumerRecord<byte[], byte[]> letter) {
    return new DeadLetter(
        consumer,
        letter.offset(),
        header(letter, "dead-letter-topic").orElse(""),
        number(letter, "dead-letter-partition").intValue(),
        number(letter, "dead-letter-offset"),
        letter.key() == null ? "" : new String(letter.key(), UTF_8),
        header(letter, "ce_id").flatMap(DeadLetterTopic::id).orElse(null),
        header(letter, "ce_type").orElse(null),
        header(letter, "dead-letter-reason").orElse(""),
        new String(letter.value(), UTF_8),
        null);
  }

  /** The message that became the letter. */
  static ConsumerRecord<byte[], byte[]> original(ConsumerRecord<byte[], byte[]> letter) {
    byte[] value =
        header(letter, "dead-letter-encoding").isPresent()
            ? Base64.getDecoder().decode(letter.value())
            : letter.value();
    RecordHeaders headers = new RecordHeaders();
    for (Header header : letter.headers()) {
      if (!header.key().startsWith("dead-letter-")) {
        headers.add(header);
      }
    }
    return new ConsumerRecord<>(
        header(letter, "dead-letter-topic").orElse(letter.topic()),
        number(letter, "dead-letter-partition").intValue(),
        number(letter, "dead-letter-offset"),
        letter.timestamp(),
        TimestampType.CREATE_TIME,
        letter.serializedKeySize(),
        value.length,
        letter.key(),
        value,
        headers,
        Optional.empty());
  }

  private static Optional<String> header(ConsumerRecord<byte[], byte[]> letter, String name) {
    @Nullable Header header = letter.headers().lastHeader(name);
    return Optional.ofNullable(header).map(h -> new String(h.value(), UTF_8));
  }

  private static Long number(ConsumerRecord<byte[], byte[]> letter, String name) {
    return header(letter, name).map(Long::valueOf).orElse(0L);
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
