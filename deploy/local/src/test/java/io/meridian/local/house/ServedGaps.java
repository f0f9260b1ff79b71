package io.meridian.local.house;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.events.GapCause;
import io.meridian.events.RestCause;
import io.meridian.testkit.history.RecomputedGaps;
import io.meridian.testkit.history.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Gaps, rests and attended time as the services answer them. */
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
    byEscalation.forEach((id, nodes) -> gaps.put(id, merged(nodes, GapCause::valueOf)));
    return gaps;
  }

  /** From handoff-service's ledger: the gaps of one accountability answer. */
  static List<Span<GapCause>> ofLedger(JsonNode accountability) {
    return merged(nodes(accountability.path("gaps")), GapCause::valueOf);
  }

  /** From handoff-service's ledger: the rests of one accountability answer. */
  static List<Span<RestCause>> restsOfLedger(JsonNode accountability) {
    return merged(nodes(accountability.path("resting")), RestCause::valueOf);
  }

  private static List<JsonNode> nodes(JsonNode array) {
    List<JsonNode> nodes = new ArrayList<>();
    array.forEach(nodes::add);
    return nodes;
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

  private static <T> List<Span<T>> merged(List<JsonNode> nodes, Function<String, T> cause) {
    List<Span<T>> spans = new ArrayList<>();
    nodes.stream()
        .sorted(Comparator.comparing(node -> instant(node, "start")))
        .forEach(
            node ->
                RecomputedGaps.append(
                    spans,
                    new Span<>(
                        instant(node, "start"),
                        instant(node, "end"),
                        cause.apply(node.path("cause").asText()))));
    return spans;
  }
}
