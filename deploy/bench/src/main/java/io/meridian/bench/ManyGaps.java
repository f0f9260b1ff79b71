package io.meridian.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.meridian.events.GapCause;
import io.meridian.events.GapEvent;
import io.meridian.events.GapState;
import io.meridian.events.Person;
import io.meridian.events.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A year of closed gaps, told over Kafka as handoff-service would: packed, in the order of time;
 * the same ones for the same seed.
 */
final class ManyGaps {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();
  private static final String[] REGIONS = {"EMEA", "AMER", "APAC"};
  private static final int PACK = 500;
  private static final long YEAR_SECONDS = 365L * 24 * 3600;

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2026);
  private final Instant from;

  ManyGaps(Instant from) {
    this.from = from;
  }

  /** Publishes so many gaps in packs of {@value #PACK}. */
  void publish(Map<String, Object> broker, int count) {
    Properties settings = new Properties();
    settings.putAll(broker);
    settings.put("compression.type", "lz4");
    settings.put("linger.ms", "20");
    var text = new StringSerializer();
    try (var producer = new KafkaProducer<>(settings, text, text)) {
      for (int published = 0; published < count; published += PACK) {
        long second = YEAR_SECONDS * published / count;
        producer.send(record(pack(second, Math.min(PACK, count - published))));
      }
    }
  }

  /** Gaps of one shift change: they begin within an hour. */
  private GapEvent.Closed pack(long second, int size) {
    UUID shiftChange = id();
    List<GapState> gaps = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      gaps.add(gap(second, shiftChange));
    }
    return new GapEvent.Closed(gaps);
  }

  private GapState gap(long second, UUID shiftChange) {
    Instant start =
        from.plusSeconds(second + random.nextLong(3_600)).plusMillis(random.nextInt(1_000));
    Instant end = start.plusMillis(1 + random.nextLong(30 * 60_000));
    int region = random.nextInt(REGIONS.length);
    int tam = random.nextInt(12);
    return new GapState(
        id(),
        id(),
        "ESC-" + (1001 + random.nextInt(1_000_000)),
        null,
        Severity.values()[random.nextInt(4)],
        start,
        end,
        GapCause.values()[random.nextInt(4)],
        REGIONS[region],
        REGIONS[(region + 1) % REGIONS.length],
        new Person("tam-" + tam, "TAM " + tam),
        new Person("tam-" + (tam + 1) % 12, "TAM " + (tam + 1) % 12),
        start.minusSeconds(1_800),
        shiftChange,
        2,
        end);
  }

  private UUID id() {
    return new UUID(
        random.nextLong() & 0xffffffffffff0fffL | 0x4000L,
        random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
  }

  private ProducerRecord<String, String> record(GapEvent event) {
    try {
      var record =
          new ProducerRecord<>(
              event.topic().wireName(), event.key(), JSON.writeValueAsString(event));
      Map.of(
              "ce_specversion", "1.0",
              "ce_id", id().toString(),
              "ce_type", event.type(),
              "ce_source", "/bench",
              "ce_subject", event.key(),
              "ce_time", event.time().toString(),
              "ce_sequence", Long.toString(event.sequence()),
              "content-type", "application/json")
          .forEach(
              (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      return record;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
