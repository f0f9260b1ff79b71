package io.meridian.handoff.store.handoff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.meridian.events.HandoffAttempt.Outcome;
import io.meridian.handoff.domain.handoff.Attempt;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON inside rows. Has a mapper of its own: the service's is strict about what people send. */
final class StoredJson {
  private static final JsonMapper JSON = new JsonMapper();

  private StoredJson() {}

  static String attempts(List<Attempt> attempts) {
    ArrayNode array = JSON.createArrayNode();
    for (Attempt attempt : attempts) {
      array
          .addObject()
          .put("tam", attempt.tam())
          .put("offeredAt", attempt.offeredAt().toString())
          .put("outcome", attempt.outcome().name())
          .put("answeredAt", attempt.answeredAt() == null ? null : attempt.answeredAt().toString())
          .put("reason", attempt.reason())
          .put("routing", attempt.routing());
    }
    return array.toString();
  }

  static List<Attempt> attempts(String json) {
    List<Attempt> attempts = new ArrayList<>();
    for (JsonNode attempt : read(json)) {
      String answeredAt = text(attempt, "answeredAt");
      attempts.add(
          new Attempt(
              attempt.path("tam").asText(),
              Instant.parse(attempt.path("offeredAt").asText()),
              Outcome.valueOf(attempt.path("outcome").asText()),
              answeredAt == null ? null : Instant.parse(answeredAt),
              text(attempt, "reason"),
              text(attempt, "routing")));
    }
    return attempts;
  }

  static Map<String, String> texts(@Nullable String json) {
    Map<String, String> texts = new HashMap<>();
    if (json != null) {
      read(json).properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
    }
    return texts;
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a field; null when it is missing or null. */
  static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() ? value.asText() : null;
  }
}
