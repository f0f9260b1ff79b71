package io.meridian.escalation.escalation.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.meridian.events.NoteDetails;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** What notes say besides their text, as the timeline's column holds it. */
final class NoteJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private NoteJson() {}

  static @Nullable String write(@Nullable NoteDetails details) {
    try {
      return details == null ? null : JSON.writeValueAsString(details);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static @Nullable NoteDetails read(@Nullable String json) {
    try {
      return json == null ? null : JSON.readValue(json, NoteDetails.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
