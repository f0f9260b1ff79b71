package io.meridian.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A calendar of two regions that hand over at 15:00 and 07:00 UTC, with many TAMs on duty at once:
 * {@code emea-0}, {@code emea-1}…, {@code amer-0}…; perhaps with a third that goes off duty two
 * minutes before, to those on duty in the first: {@code apac-0}…
 */
final class Crowd {
  private final CalendarDraft draft = new CalendarDraft();
  private final Function<String, @Nullable String> webhook;

  private Crowd(Function<String, @Nullable String> webhook) {
    this.webhook = webhook;
  }

  /**
   * The document.
   *
   * @param webhook where a TAM is told of things; null for nowhere
   */
  static Map<String, Object> calendar(
      int emea, int amer, Function<String, @Nullable String> webhook) {
    return new Crowd(webhook)
        .region("EMEA", emea, "07:00", "15:00")
        .region("AMER", amer, "15:00", "07:00")
        .draft
        .document();
  }

  /** The same with as many who go off duty at 14:58 as go at 15:00. */
  static Map<String, Object> twoWaves(
      int each, int amer, Function<String, @Nullable String> webhook) {
    return new Crowd(webhook)
        .region("APAC", each, "07:10", "14:58")
        .region("EMEA", each, "07:00", "15:00")
        .region("AMER", amer, "15:00", "07:00")
        .draft
        .document();
  }

  private Crowd region(String code, int people, String start, String end) {
    String name = code.toLowerCase(Locale.ROOT);
    draft.region(code, "UTC", name + "-0");
    for (int i = 0; i < people; i++) {
      String id = name + "-" + i;
      draft
          .tam(id, code, told(webhook.apply(id)))
          .rotation(id, code, List.of(id))
          .shift(id, code, start, end, id, "WORKED");
    }
    return this;
  }

  private static Map<String, ?> told(@Nullable String address) {
    return address == null
        ? Map.of()
        : Map.of("channels", List.of(Map.of("kind", "WEBHOOK", "address", address)));
  }
}
