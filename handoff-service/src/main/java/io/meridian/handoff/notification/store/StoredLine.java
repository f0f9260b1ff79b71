package io.meridian.handoff.notification.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.meridian.events.Severity;
import io.meridian.handoff.notification.domain.Line;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lines as JSON in rows. Has a mapper of its own: the service's is strict about what people send.
 */
final class StoredLine {
  private static final JsonMapper JSON = new JsonMapper();

  private StoredLine() {}

  static String write(Line line) {
    return JSON.createObjectNode()
        .put("escalation", line.escalation())
        .put("severity", line.severity() == null ? null : line.severity().name())
        .put("other", line.other())
        .put("fromRegion", line.fromRegion())
        .put("toRegion", line.toRegion())
        .put("at", line.at().toString())
        .put("start", line.start() == null ? null : line.start().toString())
        .put("until", line.until() == null ? null : line.until().toString())
        .put("note", line.note())
        .toString();
  }

  static Line read(String json) {
    try {
      JsonNode node = JSON.readTree(json);
      String severity = text(node, "severity");
      return new Line(
          text(node, "escalation"),
          severity == null ? null : Severity.valueOf(severity),
          text(node, "other"),
          node.path("fromRegion").asText(),
          text(node, "toRegion"),
          Instant.parse(node.path("at").asText()),
          instant(node, "start"),
          instant(node, "until"),
          text(node, "note"));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Instant instant(JsonNode node, String field) {
    String text = text(node, field);
    return text == null ? null : Instant.parse(text);
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() ? value.asText() : null;
  }
}
