package io.meridian.runtime.outbox;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to publish, as it will be on the wire.
 *
 * @param id CloudEvents id
 * @param key Kafka key and CloudEvents subject
 * @param source CloudEvents source, e.g. {@code /handoff-service}
 * @param sequence the aggregate's revision
 * @param data the body, JSON as a rule
 * @param traceparent W3C trace context of the request that caused it, or null
 * @param occurredAt CloudEvents time
 * @param headers further headers; they win over those made of the other components
 */
public record OutboxRow(
    UUID id,
    String topic,
    String key,
    String type,
    String source,
    long sequence,
    String data,
    @Nullable String traceparent,
    Instant occurredAt,
    Map<String, String> headers) {}
