package io.meridian.bench;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.ObjLongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Follows a topic from its present end and notes, by the monotonic clock, when each record was
 * there to be read.
 */
final class KafkaTail implements AutoCloseable {

  private final Thread thread;
  private final CountDownLatch ready = new CountDownLatch(1);
  private volatile boolean running = true;

  /**
   * @param sink gets each record and {@link System#nanoTime} after the poll that returned it
   */
  KafkaTail(
      Map<String, Object> broker,
      String topic,
      ObjLongConsumer<ConsumerRecord<String, String>> sink) {
    this.thread = new Thread(() -> follow(broker, topic, sink), "tail-" + topic);
    thread.setDaemon(true);
    thread.start();
    await();
  }

  /** Notes by record key. */
  static Map<String, Long> arrivals() {
    return new ConcurrentHashMap<>();
  }

  private void follow(
      Map<String, Object> broker,
      String topic,
      ObjLongConsumer<ConsumerRecord<String, String>> sink) {
    Properties settings = new Properties();
    settings.putAll(broker);
    settings.put("fetch.min.bytes", "1");
    settings.put("max.poll.records", "5000");
    var text = new StringDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, text, text)) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position);
      ready.countDown();
      while (running) {
        var records = consumer.poll(Duration.ofMillis(50));
        long at = System.nanoTime();
        records.forEach(record -> sink.accept(record, at));
      }
    }
  }

  private void await() {
    try {
      ready.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    running = false;
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
