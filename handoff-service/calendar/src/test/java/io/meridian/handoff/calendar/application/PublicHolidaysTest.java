package io.meridian.handoff.calendar.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The reviewed table against a second source (deploy/holidays). */
class PublicHolidaysTest {

  private static final List<String> CALENDARS =
      List.of("AU-NSW", "BR", "CA", "DE", "FR", "GB-ENG", "IN", "JP", "PL", "PT", "SG", "US");

  private final Map<String, SortedMap<LocalDate, PublicHolidays.Day>> table =
      new PublicHolidays().days();

  @Test
  void a_date_that_one_source_alone_has_is_a_reviewed_one() {
    SortedSet<String> ours = new TreeSet<>();
    table.forEach((calendar, days) -> days.keySet().forEach(d -> ours.add(calendar + "," + d)));
    SortedSet<String> theirs = dates("/holidays-second-source.csv");
    SortedMap<String, String> disagreements = new TreeMap<>();
    ours.stream().filter(d -> !theirs.contains(d)).forEach(d -> disagreements.put(d, "ours"));
    theirs.stream().filter(d -> !ours.contains(d)).forEach(d -> disagreements.put(d, "theirs"));
    SortedMap<String, String> accepted = new TreeMap<>();
    for (Csv.Row row : rows("/holidays-accepted.csv")) {
      assertThat(row.cell(3)).as("the reason of line %s", row.line()).isNotBlank();
      accepted.put(row.cell(0) + "," + row.cell(1), row.cell(2));
    }
    assertThat(disagreements).isEqualTo(accepted);
  }

  @Test
  void every_calendar_has_every_year_and_nothing_else() {
    assertThat(table.keySet()).containsExactlyInAnyOrderElementsOf(CALENDARS);
    table.forEach(
        (calendar, days) -> {
          for (int year = 2025; year <= 2028; year++) {
            int wanted = year;
            assertThat(days.keySet().stream().filter(d -> d.getYear() == wanted).count())
                .as("%s %s", calendar, year)
                .isBetween(5L, 20L);
          }
          assertThat(days.firstKey().getYear()).isEqualTo(2025);
          assertThat(days.lastKey().getYear()).isEqualTo(2028);
          assertThat(days.values())
              .allMatch(day -> List.of("PUBLIC", "OBSERVED", "ESTIMATED").contains(day.kind()))
              .noneMatch(day -> day.name().isBlank() || day.source().isBlank());
        });
  }

  @Test
  void days_that_everybody_knows_are_there() {
    assertThat(name("GB-ENG", "2026-04-03")).isEqualTo("Good Friday");
    assertThat(name("JP", "2026-05-06")).isNotBlank();
    assertThat(name("SG", "2026-02-17")).isEqualTo("Chinese New Year");
    assertThat(name("US", "2026-07-03")).contains("Independence Day");
    assertThat(name("DE", "2026-10-03")).isNotBlank();
    assertThat(name("AU-NSW", "2027-04-26")).contains("Anzac Day");
  }

  private String name(String calendar, String date) {
    return table.get(calendar).get(LocalDate.parse(date)).name();
  }

  private static SortedSet<String> dates(String file) {
    SortedSet<String> dates = new TreeSet<>();
    rows(file).forEach(row -> dates.add(row.cell(0) + "," + row.cell(1)));
    return dates;
  }

  private static List<Csv.Row> rows(String file) {
    try (InputStream in = PublicHolidaysTest.class.getResourceAsStream(file)) {
      List<Csv.Row> rows = Csv.rows(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return rows.subList(1, rows.size());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
