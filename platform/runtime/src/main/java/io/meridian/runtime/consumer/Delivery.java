package io.meridian.runtime.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import io.meridian.events.Event;
import io.meridian.events.EventType;
import io.meridian.runtime.outbox.EventCodec;
import io.meridian.runtime.outbox.OutboxRow;
import io.meridian.runtime.outbox.UnreadableEvent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record and what was read from it: an event to apply, the reason why it goes to the dead
 * letters, or neither when the consumer does not want it.
 */
record Delivery(
    ConsumerRecord<byte[], byte[]> kafka,
    @Nullable Received received,
    @Nullable Throwable refusal) {

  /** The types known here that a consumer does not want. */
  static Set<String> unwanted(EventConsumer consumer) {
    Set<String> unwanted = new HashSet<>();
    Set<Class<? extends Event>> wants = consumer.wants();
    EventType.all()
        .forEach(
            (type, record) -> {
              if (wants.stream().noneMatch(wanted -> wanted.isAssignableFrom(record))) {
                unwanted.add(type);
              }
            });
    return Set.copyOf(unwanted);
  }

  /**
   * Reads a record.
   *
   * @param unwanted types whose records are passed over
   */
  static Delivery of(ConsumerRecord<byte[], byte[]> kafka, EventCodec codec, Set<String> unwanted) {
    try {
      UUID id = UUID.fromString(required(kafka, "ce_id"));
      String type = required(kafka, "ce_type");
      if (unwanted.contains(type)) {
        return new Delivery(kafka, null, null);
      }
      Event event = codec.decode(type, text(kafka.value()));
      Instant time = Instant.parse(required(kafka, "ce_time"));
      return new Delivery(kafka, new Received(id, event, time), null);
    } catch (UnreadableEvent e) {
      return new Delivery(kafka, null, e);
    } catch (IllegalArgumentException | DateTimeParseException | CharacterCodingException e) {
      return new Delivery(
          kafka, null, new UnreadableEvent("malformed envelope: " + e.getMessage(), e));
    }
  }

  /** When the event happened; null when that cannot be told. */
  @Nullable Instant time() {
    if (received != null) {
      return received.time();
    }
    try {
      return refusal == null ? Instant.parse(required(kafka, "ce_time")) : null;
    } catch (UnreadableEvent | DateTimeParseException e) {
      return null;
    }
  }

  /** In which trace it was published; null when its header does not say. */
  @Nullable String traceparent() {
    Header header = kafka.headers().lastHeader("traceparent");
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }

  /** The same record, refused: it is not claimed, so that a replay of it can be applied. */
  Delivery refused(Throwable reason) {
    return new Delivery(kafka, null, reason);
  }

  TopicPartition partition() {
    return new TopicPartition(kafka.topic(), kafka.partition());
  }

  long next() {
    return kafka.offset() + 1;
  }

  /** The message for the dead letters: all that came, and why it could not be applied. */
  OutboxRow deadLetter(String topic, Throwable reason) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : kafka.headers()) {
      headers.put(header.key(), printable(header.value()));
    }
    headers.put("dead-letter-reason", String.valueOf(reason.getMessage()));
    headers.put("dead-letter-exception", reason.getClass().getName());
    headers.put("dead-letter-topic", kafka.topic());
    headers.put("dead-letter-partition", String.valueOf(kafka.partition()));
    headers.put("dead-letter-offset", String.valueOf(kafka.offset()));
    String data = storable(kafka.value());
    if (data == null) {
      headers.put("dead-letter-encoding", "base64");
      data = Base64.getEncoder().encodeToString(kafka.value());
    }
    Instant at = Instant.ofEpochMilli(Math.max(0, kafka.timestamp()));
    String key = kafka.key() == null ? "" : printable(kafka.key());
    return new OutboxRow(
        UuidCreator.getTimeOrderedEpoch(),
        topic,
        key,
        "unknown",
        "unknown",
        0,
        data,
        null,
        at,
        headers);
  }

  private static String required(ConsumerRecord<byte[], byte[]> kafka, String name) {
    Header header = kafka.headers().lastHeader(name);
    if (header == null || header.value() == null) {
      throw new UnreadableEvent("no header " + name, null);
    }
    return new String(header.value(), UTF_8);
  }

  private static String text(byte[] value) throws CharacterCodingException {
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
  }

  private static String printable(byte @Nullable [] value) {
    return value == null ? "" : new String(value, UTF_8).replace('\0', '\uFFFD');
  }

  /** The value as text that PostgreSQL takes, or null when it is none. */
  private static @Nullable String storable(byte[] value) {
    try {
      String text = text(value);
      return text.indexOf('\0') < 0 ? text : null;
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
