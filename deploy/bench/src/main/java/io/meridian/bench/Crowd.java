package io.meridian.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A calendar of two regions that hand over at 15:00 and 07:00 UTC, with many TAMs on duty at once:
 * {@code emea-0}, {@code emea-1}…, {@code amer-0}…
 */
final class Crowd {

  private Crowd() {}

  /**
   * The document.
   *
   * @param webhook where a TAM is told of things; null for nowhere
   */
  static Map<String, Object> calendar(
      int emea, int amer, Function<String, @Nullable String> webhook) {
    CalendarDraft draft = new CalendarDraft();
    draft.region("EMEA", "UTC", "emea-0").region("AMER", "UTC", "amer-0");
    IntStream.range(0, emea)
        .mapToObj(i -> "emea-" + i)
        .forEach(
            id -> person(draft, id, webhook).shift(id, "EMEA", "07:00", "15:00", id, "WORKED"));
    IntStream.range(0, amer)
        .mapToObj(i -> "amer-" + i)
        .forEach(
            id -> person(draft, id, webhook).shift(id, "AMER", "15:00", "07:00", id, "WORKED"));
    return draft.document();
  }

  private static CalendarDraft person(
      CalendarDraft draft, String id, Function<String, @Nullable String> webhook) {
    String region = id.startsWith("emea") ? "EMEA" : "AMER";
    String address = webhook.apply(id);
    Map<String, ?> told =
        address == null
            ? Map.of()
            : Map.of("channels", List.of(Map.of("kind", "WEBHOOK", "address", address)));
    return draft.tam(id, region, told).rotation(id, region, List.of(id));
  }
}
