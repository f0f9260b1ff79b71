package io.meridian.runtime.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Identifier;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Hands outbox rows to the broker as CloudEvents 1.0 in binary mode. For one thread. */
@ApplicationScoped
class OutboxPublisher {
  private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);
  private static final byte[] SPECVERSION = "1.0".getBytes(UTF_8);
  private static final byte[] JSON = "application/json".getBytes(UTF_8);
  private static final int REQUEST_BYTES_MAX = 16 << 20;

  private final Map<String, Object> settings;
  private @Nullable Producer<byte[], byte[]> producer;

  OutboxPublisher(@Identifier("default-kafka-broker") Map<String, Object> broker) {
    settings = new HashMap<>(broker);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, REQUEST_BYTES_MAX);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * REQUEST_BYTES_MAX);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
  }

  /**
   * Sends rows in their order without waiting for the broker's answers.
   *
   * @return one answer to come per row; fewer when one has failed already in a way that concerns
   *     all, its answer being the last
   */
  List<Future<RecordMetadata>> publish(List<Row> rows) {
    Producer<byte[], byte[]> open = open();
    List<Future<RecordMetadata>> answers = new ArrayList<>(rows.size());
    for (Row row : rows) {
      Future<RecordMetadata> answer = open.send(record(row));
      answers.add(answer);
      if (answer.state() == Future.State.FAILED && !isRefusal(answer.exceptionNow())) {
        return answers;
      }
    }
    return answers;
  }

  /** The broker, or its client, will never take this one message. */
  static boolean isRefusal(Throwable failure) {
    return failure instanceof RecordTooLargeException
        || failure instanceof RecordBatchTooLargeException
        || failure instanceof InvalidTopicException
        || failure instanceof InvalidRecordException;
  }

  /** Gives up what is not yet sent; the next {@link #publish} begins afresh. */
  void close(Duration patience) {
    if (producer != null) {
      producer.close(patience);
      producer = null;
    }
  }

  private Producer<byte[], byte[]> open() {
    if (producer == null) {
      producer =
          new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
    return producer;
  }

  static ProducerRecord<byte[], byte[]> record(Row row) {
    return new ProducerRecord<>(
        row.getString("topic"),
        null,
        bytes(row.getString("key")),
        bytes(row.getString("data")),
        headers(row));
  }

  private static Headers headers(Row row) {
    var headers = new RecordHeaders();
    headers.add("ce_specversion", SPECVERSION);
    headers.add("ce_id", bytes(row.getUUID("id").toString()));
    headers.add("ce_type", bytes(row.getString("type")));
    headers.add("ce_source", bytes(row.getString("source")));
    headers.add("ce_subject", bytes(row.getString("key")));
    headers.add("ce_time", bytes(row.getOffsetDateTime("occurred_at").toInstant().toString()));
    headers.add("ce_sequence", bytes(row.getLong("sequence").toString()));
    headers.add("content-type", JSON);
    String traceparent = row.getString("traceparent");
    if (traceparent != null) {
      headers.add("traceparent", bytes(traceparent));
    }
    further(row)
        .forEach(
            entry ->
                headers
                    .remove(entry.getKey())
                    .add(entry.getKey(), bytes(String.valueOf(entry.getValue()))));
    return headers;
  }

  /** One bad row must not stop the relay: headers that cannot be read are left out. */
  private static Iterable<Map.Entry<String, Object>> further(Row row) {
    String headers = row.getString("headers");
    try {
      return headers == null ? new JsonObject() : new JsonObject(headers);
    } catch (DecodeException e) {
      LOG.warnf("outbox row %d: headers are no JSON object", row.getLong("position"));
      return new JsonObject();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
