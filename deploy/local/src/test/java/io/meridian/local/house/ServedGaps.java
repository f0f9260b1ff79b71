package io.meridian.local.house;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.events.GapCause;
import io.meridian.testkit.history.RecomputedGaps;
import io.meridian.testkit.history.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Gaps and attended time as the services answer them. */
final class ServedGaps {

  private ServedGaps() {}

  /** From metrics-service: every gap of a window. */
  static Map<UUID, List<Span<GapCause>>> ofMetrics(Api manager, Instant from, Instant to) {
    Map<UUID, List<JsonNode>> byEscalation = new TreeMap<>();
    for (JsonNode gap : manager.all("/gaps?from=" + from + "&to=" + to)) {
      byEscalation
          .computeIfAbsent(
              UUID.fromString(gap.path("escalationId").asText()), id -> new ArrayList<>())
          .add(gap);
    }
    Map<UUID, List<Span<GapCause>>> gaps = new TreeMap<>();
    byEscalation.forEach((id, nodes) -> gaps.put(id, merged(nodes)));
    return gaps;
  }

  /** From handoff-service's ledger: the gaps of one accountability answer. */
  static List<Span<GapCause>> ofLedger(JsonNode accountability) {
    List<JsonNode> nodes = new ArrayList<>();
    accountability.path("gaps").forEach(nodes::add);
    return merged(nodes);
  }

  /** Milliseconds of all spans in a list with start and end. */
  static long millis(JsonNode spans) {
    long sum = 0;
    for (JsonNode span : spans) {
      sum += instant(span, "end").toEpochMilli() - instant(span, "start").toEpochMilli();
    }
    return sum;
  }

  static Instant instant(JsonNode node, String field) {
    return Instant.parse(node.path(field).asText());
  }

  private static List<Span<GapCause>> merged(List<JsonNode> nodes) {
    List<Span<GapCause>> spans = new ArrayList<>();
    nodes.stream()
        .sorted(Comparator.comparing(node -> instant(node, "start")))
        .forEach(
            node ->
                RecomputedGaps.append(
                    spans,
                    new Span<>(
                        instant(node, "start"),
                        instant(node, "end"),
                        GapCause.valueOf(node.path("cause").asText()))));
    return spans;
  }
}
