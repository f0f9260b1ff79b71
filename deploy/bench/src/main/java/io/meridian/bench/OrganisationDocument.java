package io.meridian.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A calendar document of an organisation of any size: each region works around the clock in two
 * patterns, with a weekly rotation and its share of overrides.
 */
final class OrganisationDocument {

  private static final List<String> ZONES =
      List.of("Asia/Singapore", "Europe/London", "America/New_York");
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration YEAR = Duration.ofDays(365);

  private OrganisationDocument() {}

  static Map<String, Object> of(int regions, int tams, int overrides) {
    CalendarDraft draft = new CalendarDraft();
    for (int r = 0; r < regions; r++) {
      region(draft, r, tams / regions);
    }
    for (int o = 0; o < overrides; o++) {
      override(draft, o, regions, YEAR.dividedBy(overrides));
    }
    return draft.document();
  }

  private static void region(CalendarDraft draft, int number, int people) {
    String code = "R" + number;
    List<String> ids = IntStream.range(0, people).mapToObj(t -> code + "-" + t).toList();
    ids.forEach(id -> draft.tam(id, code, Map.of("email", id + "@example.com")));
    draft
        .region(code, ZONES.get(number % ZONES.size()), ids.getFirst())
        .rotation(code, code, ids)
        .shift(code + "-08:00", code, "08:00", "20:00", code, "WORKED")
        .shift(code + "-20:00", code, "20:00", "08:00", code, "OFF");
  }

  private static void override(CalendarDraft draft, int number, int count, Duration apart) {
    String region = "R" + number % count;
    Instant start = FROM.plus(apart.multipliedBy(number));
    draft.override(
        Map.of(
            "id",
            "override-" + number,
            "region",
            region,
            "start",
            start.toString(),
            "end",
            start.plus(Duration.ofHours(1)).toString(),
            "replace",
            region + "-0",
            "by",
            region + "-1"));
  }
}
