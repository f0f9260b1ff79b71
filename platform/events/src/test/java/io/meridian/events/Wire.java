package io.meridian.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Events on the wire, as the runtime's codec writes them; and the files that describe them. */
final class Wire {
  static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private static final Path FOLDER = Path.of("src/main/resources/io/meridian/events");

  private Wire() {}

  static Path golden(String type) {
    return FOLDER.resolve("golden").resolve(type + ".json");
  }

  static Path asyncApi() {
    return FOLDER.resolve("asyncapi.yaml");
  }

  /** The body as it reads on the wire. */
  static JsonNode tree(Object event) {
    try {
      return JSON.readTree(JSON.writeValueAsString(event));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode read(Path json) {
    try {
      return JSON.readTree(Files.readString(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
