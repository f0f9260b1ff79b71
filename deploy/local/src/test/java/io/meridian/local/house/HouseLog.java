package io.meridian.local.house;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.meridian.events.Event;
import io.meridian.events.EventType;
import io.meridian.events.Topic;
import io.meridian.testkit.history.EventLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Every record of the event topics, in the order of each partition, as it stands at the broker. */
public record HouseLog(List<Entry> entries) {

  /** One record: its CloudEvents id, where it stands, and the event. */
  public record Entry(String id, TopicPartition partition, long offset, Event event) {}

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** Reads every event topic from its beginning to the end it has now. */
  public static HouseLog read(Map<String, Object> broker) {
    List<Entry> entries = new ArrayList<>();
    Properties settings = new Properties();
    settings.putAll(broker);
    settings.put("isolation.level", "read_committed");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          Arrays.stream(Topic.values())
              .flatMap(topic -> consumer.partitionsFor(topic.wireName()).stream())
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> entries.add(entry(record)));
      }
    }
    return new HouseLog(List.copyOf(entries));
  }

  /** What was told, for the checker. */
  public EventLog history() {
    return new EventLog(entries.stream().map(e -> new EventLog.Entry(e.id(), e.event())).toList());
  }

  private static Entry entry(ConsumerRecord<String, String> record) {
    String type = header(record, "ce_type");
    var kind =
        EventType.recordOf(type).orElseThrow(() -> new IllegalStateException("type " + type));
    try {
      return new Entry(
          header(record, "ce_id"),
          new TopicPartition(record.topic(), record.partition()),
          record.offset(),
          JSON.readValue(record.value(), kind));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
