package io.meridian.handoff.notification.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.meridian.events.GapCause;
import io.meridian.events.Severity;
import io.meridian.handoff.calendar.domain.CoverageGap;
import io.meridian.handoff.notification.domain.Absence;
import io.meridian.handoff.notification.domain.Line;
import io.meridian.handoff.notification.domain.NotificationKind;
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
        .put("note", note(line))
        .put("agreed", line.absence() instanceof Absence.Hole hole ? hole.agreedBeside() : 0)
        .toString();
  }

  /** The words, or the cause by its name: which it is, the kind says. */
  private static @Nullable String note(Line line) {
    return switch (line.absence()) {
      case null -> line.note();
      case Absence.Gap gap -> gap.cause().name();
      case Absence.Hole hole -> hole.cause().name();
    };
  }

  static Line read(NotificationKind kind, String json) {
    try {
      JsonNode node = JSON.readTree(json);
      String severity = text(node, "severity");
      String note = text(node, "note");
      Absence absence = absence(kind, note, node.path("agreed").asLong());
      return new Line(
          text(node, "escalation"),
          severity == null ? null : Severity.valueOf(severity),
          text(node, "other"),
          node.path("fromRegion").asText(),
          text(node, "toRegion"),
          Instant.parse(node.path("at").asText()),
          instant(node, "start"),
          instant(node, "until"),
          absence == null ? note : null,
          absence);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Absence absence(
      NotificationKind kind, @Nullable String note, long agreed) {
    if (note == null) {
      return null;
    }
    return switch (kind) {
      case GAP_OPENED, GAP_CLOSED -> new Absence.Gap(GapCause.valueOf(note));
      case COVERAGE_ALARM -> new Absence.Hole(CoverageGap.Cause.valueOf(note), agreed);
      default -> null;
    };
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
