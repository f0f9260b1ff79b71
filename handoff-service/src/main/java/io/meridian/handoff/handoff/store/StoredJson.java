package io.meridian.handoff.handoff.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.meridian.events.HandoffAttempt.Outcome;
import io.meridian.handoff.handoff.domain.Attempt;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Action;
import java.io.IOException;
import java.io.StringWriter;
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
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartArray();
      for (Attempt attempt : attempts) {
        Instant answeredAt = attempt.answeredAt();
        json.writeStartObject();
        json.writeStringField("tam", attempt.tam());
        json.writeStringField("offeredAt", attempt.offeredAt().toString());
        json.writeStringField("outcome", attempt.outcome().name());
        json.writeStringField("answeredAt", answeredAt == null ? null : answeredAt.toString());
        json.writeStringField("reason", attempt.reason());
        json.writeStringField("routing", attempt.routing());
        json.writeEndObject();
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
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

  static String actions(List<Action> actions) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartArray();
      for (Action action : actions) {
        Instant due = action.due();
        json.writeStartObject();
        json.writeStringField("text", action.text());
        json.writeStringField("owner", action.owner());
        json.writeStringField("due", due == null ? null : due.toString());
        json.writeEndObject();
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static List<Action> actions(@Nullable String json) {
    List<Action> actions = new ArrayList<>();
    if (json != null) {
      for (JsonNode action : read(json)) {
        String due = text(action, "due");
        actions.add(
            new Action(
                action.path("text").asText(),
                text(action, "owner"),
                due == null ? null : Instant.parse(due)));
      }
    }
    return actions;
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
