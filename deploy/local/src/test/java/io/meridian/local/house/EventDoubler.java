package io.meridian.local.house;

import io.meridian.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Delivers every event a second time: copies each record, headers and id included, to the end of
 * its partition.
 */
final class EventDoubler implements Runnable {

  private final Map<String, Object> broker;
  private final Set<String> doubled = new HashSet<>();
  private final AtomicLong copies = new AtomicLong();
  private volatile boolean running = true;

  EventDoubler(Map<String, Object> broker) {
    this.broker = broker;
  }

  void stop() {
    running = false;
  }

  long copies() {
    return copies.get();
  }

  @Override
  public void run() {
    Properties settings = new Properties();
    settings.putAll(broker);
    var bytes = new ByteArrayDeserializer();
    var writer = new ByteArraySerializer();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes);
        var producer = new KafkaProducer<>(settings, writer, writer)) {
      List<TopicPartition> partitions =
          Arrays.stream(Topic.values())
              .flatMap(topic -> consumer.partitionsFor(topic.wireName()).stream())
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (running) {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
          String id =
              new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
          if (doubled.add(id)) {
            producer.send(
                new ProducerRecord<>(
                    record.topic(),
                    record.partition(),
                    record.key(),
                    record.value(),
                    record.headers()));
            copies.incrementAndGet();
          }
        }
      }
    }
  }
}
