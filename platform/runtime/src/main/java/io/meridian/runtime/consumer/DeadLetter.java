package io.meridian.runtime.consumer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that a consumer could not apply and put aside.
 *
 * @param consumer who put it aside
 * @param position where it lies among the consumer's dead letters, counted from 0
 * @param topic where it came from, with {@code partition} and {@code offset}
 * @param key the message's key, as a rule the id of what it is about
 * @param eventId CloudEvents id; null when the envelope could not be read
 * @param type CloudEvents type; null when the envelope names none
 * @param reason why it could not be applied
 * @param body the message, in base64 when it is no text
 * @param replayedAt when a replay applied it, by the domain clock; null while it waits
 */
public record DeadLetter(
    String consumer,
    long position,
    String topic,
    int partition,
    long offset,
    String key,
    @Nullable UUID eventId,
    @Nullable String type,
    String reason,
    String body,
    @Nullable Instant replayedAt) {

  /** The same letter, as a replay left it. */
  DeadLetter replayed(@Nullable Instant at) {
    return new DeadLetter(
        consumer, position, topic, partition, offset, key, eventId, type, reason, body, at);
  }
}
