package io.meridian.local.audit;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all heads that a service has told, without a consumer group. */
final class PublishedHeads {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(15);

  private final Map<String, Object> client;

  /**
   * @param client settings of Kafka's client, of somebody who may read
   */
  PublishedHeads(Map<String, Object> client) {
    this.client = new HashMap<>(client);
    this.client.put("default.api.timeout.ms", (int) ANSWER_MAX.toMillis());
    this.client.put("enable.auto.commit", false);
  }

  /** In the order in which they were told. */
  List<PublishedHead> of(String service) {
    TopicPartition topic = new TopicPartition(service + ".heads", 0);
    List<PublishedHead> heads = new ArrayList<>();
    try (var broker =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      broker.assign(List.of(topic));
      broker.seekToBeginning(List.of(topic));
      long end = broker.endOffsets(List.of(topic)).getOrDefault(topic, 0L);
      while (broker.position(topic) < end) {
        for (ConsumerRecord<byte[], byte[]> message : broker.poll(POLL).records(topic)) {
          heads.add(PublishedHead.of(JSON.readTree(message.value())));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return heads;
  }
}
