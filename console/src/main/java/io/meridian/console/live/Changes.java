package io.meridian.console.live;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which names that pages go by a piece of news is about. None of its data goes further. */
final class Changes {
  /** Everything: what was missed is not known. */
  static final String ALL = "*";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What is read of a resource. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Resource(@Nullable UUID id) {}

  private Changes() {}

  /**
   * The names, with a space between.
   *
   * @param event what happened, e.g. {@code handoff.offered}
   * @param data the resource that it happened to, as JSON
   */
  static String of(String event, String data) {
    return switch (event.split("\\.", 2)[0]) {
      case "ready", "reset" -> ALL;
      case "handoff", "deadline" -> handoff(data) + "shift board";
      case "watch", "shift-change" -> "shift";
      default -> "shift board";
    };
  }

  private static String handoff(String data) {
    try {
      UUID id = JSON.readValue(data, Resource.class).id();
      return id == null ? "" : "handoff/" + id + " ";
    } catch (JsonProcessingException e) {
      return "";
    }
  }
}
