package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HolidayTableTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-01-06");
  private static final LocalDate SECOND = LocalDate.parse("2026-01-08");
  private static final LocalDate NEXT_YEAR = LocalDate.parse("2027-01-06");
  private static final HolidayTable TABLE =
      new HolidayTable(
          Map.of("R-holidays", days(FIRST, "Kings", SECOND, "Rest", NEXT_YEAR, "Kings")));

  @Test
  void shifts_are_off_on_the_days_of_the_table_changed_by_calendar_and_region() {
    assertThat(off(calendar(List.of()))).containsExactly(FIRST, SECOND);
    LocalDate added = LocalDate.parse("2026-01-07");
    assertThat(
            off(
                calendar(
                    List.of(
                        new Holiday("R-holidays", added, "Feast"),
                        new Holiday("R-holidays", null, FIRST, "Kings", Holiday.Kind.WORKDAY)))))
        .containsExactly(added, SECOND);
    assertThat(
            off(
                calendar(
                    List.of(
                        new Holiday(null, "R", added, "Local", Holiday.Kind.HOLIDAY),
                        new Holiday(null, "S", FIRST, "Theirs", Holiday.Kind.WORKDAY),
                        new Holiday(null, "R", SECOND, "Rest", Holiday.Kind.WORKDAY)))))
        .containsExactly(FIRST, added);
  }

  @Test
  void a_replaced_calendar_has_exactly_the_days_given_in_their_years() {
    LocalDate added = LocalDate.parse("2026-03-01");
    Calendar replaced =
        HolidayEdits.replace(
            calendar(List.of(new Holiday("R-holidays", LocalDate.parse("2026-02-02"), "Old"))),
            TABLE,
            "R-holidays",
            days(FIRST, "Kings", added, "New"));
    assertThat(TABLE.of("R-holidays", replaced))
        .isEqualTo(days(FIRST, "Kings", added, "New", NEXT_YEAR, "Kings"));
    assertThat(replaced.holidays()).hasSize(2);
    assertThat(
            HolidayEdits.replace(
                    replaced, TABLE, "R-holidays", days(FIRST, "Kings", SECOND, "Rest"))
                .holidays())
        .isEmpty();
  }

  @Test
  void added_days_leave_the_others_alone_and_adding_twice_is_adding_once() {
    SortedMap<LocalDate, String> more = days(FIRST, "Kings", LocalDate.parse("2026-03-01"), "New");
    Calendar once = HolidayEdits.add(calendar(List.of()), TABLE, "R-holidays", more);
    assertThat(once.holidays()).hasSize(1);
    assertThat(HolidayEdits.add(once, TABLE, "R-holidays", more)).isEqualTo(once);
    assertThat(TABLE.of("R-holidays", once)).hasSize(4);
  }

  private static Calendar calendar(List<Holiday> holidays) {
    return new Calendars()
        .region("R", "UTC")
        .region("S", "UTC")
        .tam("tam-a", "R", Tam.Status.ACTIVE)
        .rotation("r", "R", Rotation.Tier.PRIMARY, Rotation.Period.DAILY, 1, "tam-a")
        .pattern("day", "R", Calendars.ALL_DAYS, "08:00", "16:00", new HolidayPolicy.Off(), "r")
        .build()
        .withHolidays(holidays);
  }

  private static List<LocalDate> off(Calendar calendar) {
    Instant from = Instant.parse("2026-01-05T00:00:00Z");
    return RosterRules.of(calendar, TABLE).daysOff(from, from.plusSeconds(5 * 86_400)).stream()
        .map(off -> off.start().toString().substring(0, 10))
        .map(LocalDate::parse)
        .sorted()
        .toList();
  }

  private static SortedMap<LocalDate, String> days(Object... datesAndNames) {
    SortedMap<LocalDate, String> days = new TreeMap<>();
    for (int i = 0; i < datesAndNames.length; i += 2) {
      days.put((LocalDate) datesAndNames[i], (String) datesAndNames[i + 1]);
    }
    return days;
  }
}
