package io.meridian.runtime;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What is in a topic, and messages put there by hand. */
public final class Log {
  private Log() {}

  /** Everything in the topic, partition by partition. */
  public static List<ConsumerRecord<String, String>> of(Servers servers, String topic) {
    Map<String, Object> settings = Map.of("bootstrap.servers", servers.bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, String>> all = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(all::add);
      }
      return all;
    }
  }

  public static Map<String, String> headers(ConsumerRecord<String, String> message) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : message.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    return headers;
  }

  /** Publishes one message as another service, or a broken one, would. */
  public static void send(
      Servers servers, String topic, String key, String body, Map<String, String> headers) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", servers.bootstrapServers(), "acks", "all");
    var message = new ProducerRecord<>(topic, key, body);
    headers.forEach((k, v) -> message.headers().add(k, v.getBytes(StandardCharsets.UTF_8)));
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(message).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
