package io.meridian.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.meridian.events.Event;
import io.meridian.events.EventType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** CloudEvents in binary mode, written a second time, so that a test does not trust the first. */
final class EventJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private EventJson() {}

  static ProducerRecord<String, String> record(UUID id, Event event) {
    ProducerRecord<String, String> record =
        new ProducerRecord<>(event.topic().wireName(), event.key(), encode(event));
    addHeaders(
        record,
        Map.of(
            "ce_specversion", "1.0",
            "ce_id", id.toString(),
            "ce_type", event.type(),
            "ce_source", "/meridian/testkit",
            "ce_subject", event.key(),
            "ce_time", event.time().toString(),
            "ce_sequence", Long.toString(event.sequence()),
            "content-type", "application/json"));
    return record;
  }

  static void addHeaders(ProducerRecord<String, String> record, Map<String, String> headers) {
    headers.forEach(
        (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
  }

  static Published published(ConsumerRecord<String, String> record) {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    return new Published(
        UUID.fromString(headers.get("ce_id")),
        decode(headers.getOrDefault("ce_type", "none"), record.value()),
        record.key(),
        headers,
        record.partition(),
        record.offset());
  }

  private static String encode(Event event) {
    try {
      return MAPPER.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Event decode(String type, String body) {
    Class<? extends Event> record =
        EventType.recordOf(type)
            .orElseThrow(() -> new AssertionError("an event of unknown type " + type));
    try {
      return MAPPER.readValue(body, record);
    } catch (JsonProcessingException e) {
      throw new AssertionError("an event " + type + " that cannot be read: " + body, e);
    }
  }
}
