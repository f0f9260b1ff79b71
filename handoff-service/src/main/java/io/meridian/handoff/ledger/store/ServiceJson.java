package io.meridian.handoff.ledger.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.meridian.events.SlaTarget;
import io.meridian.events.Stakeholder;
import java.io.UncheckedIOException;
import java.util.List;

/** Stakeholders and targets as columns keep them: JSON as events write it. */
public final class ServiceJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private ServiceJson() {}

  /** A list of records as text. */
  public static String write(List<?> records) {
    try {
      return JSON.writeValueAsString(records);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<Stakeholder> stakeholders(String json) {
    return read(json, new TypeReference<>() {});
  }

  public static List<SlaTarget> targets(String json) {
    return read(json, new TypeReference<>() {});
  }

  private static <T> List<T> read(String json, TypeReference<List<T>> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
