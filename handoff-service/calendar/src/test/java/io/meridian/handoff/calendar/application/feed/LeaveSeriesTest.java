package io.meridian.handoff.calendar.application.feed;

import static io.meridian.handoff.calendar.application.feed.Ics.event;
import static io.meridian.handoff.calendar.application.feed.Ics.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.handoff.calendar.application.feed.LeaveItem.Occurrence;
import io.meridian.handoff.calendar.application.feed.LeaveItem.Series;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaveSeriesTest {

  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

  @Test
  void a_weekly_time_keeps_its_place_on_the_wall_when_the_clocks_change() {
    Series series =
        series(
            "Asia/Tokyo",
            "DTSTART;TZID=Europe/London:20261018T090000",
            "DTEND;TZID=Europe/London:20261018T170000",
            "RRULE:FREQ=WEEKLY;COUNT=3");
    assertThat(series.occurrences())
        .containsExactly(
            at("20261018T080000Z", "2026-10-18T08:00:00Z", "2026-10-18T16:00:00Z"),
            at("20261025T090000Z", "2026-10-25T09:00:00Z", "2026-10-25T17:00:00Z"),
            at("20261101T090000Z", "2026-11-01T09:00:00Z", "2026-11-01T17:00:00Z"));
    assertThat(series.cutAt()).isNull();
  }

  @Test
  void a_wall_time_that_a_clock_change_leaves_out_begins_after_the_gap() {
    assertThat(
            starts(
                "Europe/London",
                "DTSTART;TZID=Europe/London:20270327T013000",
                "DURATION:PT2H",
                "RRULE:FREQ=DAILY;COUNT=3"))
        .containsExactly("2027-03-27T01:30:00Z", "2027-03-28T01:00:00Z", "2027-03-29T00:30:00Z");
  }

  @Test
  void all_day_events_repeat_as_days_of_the_tams_zone() {
    Series series =
        series("Europe/London", "DTSTART;VALUE=DATE:20261024", "RRULE:FREQ=DAILY;UNTIL=20261026");
    assertThat(series.occurrences())
        .containsExactly(
            at("20261024", "2026-10-23T23:00:00Z", "2026-10-24T23:00:00Z"),
            at("20261025", "2026-10-24T23:00:00Z", "2026-10-26T00:00:00Z"),
            at("20261026", "2026-10-26T00:00:00Z", "2026-10-27T00:00:00Z"));
  }

  @Test
  void every_second_friday_but_one_and_a_date_more() {
    assertThat(
            keys(
                "America/New_York",
                "DTSTART;VALUE=DATE:20260605",
                "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;COUNT=4",
                "EXDATE;VALUE=DATE:20260619",
                "RDATE;VALUE=DATE:20260626,20260710"))
        .containsExactly("20260605", "20260626", "20260703", "20260710", "20260717");
  }

  @Test
  void the_last_weekday_of_a_month_and_the_thirty_first() {
    assertThat(
            keys(
                "UTC",
                "DTSTART;VALUE=DATE:20260630",
                "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3"))
        .containsExactly("20260630", "20260731", "20260831");
    assertThat(keys("UTC", "DTSTART;VALUE=DATE:20260731", "RRULE:FREQ=MONTHLY;COUNT=3"))
        .containsExactly("20260731", "20260831", "20261031");
  }

  @Test
  void an_exception_is_found_in_whatever_zone_it_is_written() {
    assertThat(
            starts(
                "Europe/London",
                "DTSTART;TZID=Europe/London:20260710T090000",
                "DURATION:PT1H",
                "RRULE:FREQ=DAILY;COUNT=4",
                "EXDATE:20260711T080000Z",
                "EXDATE;VALUE=DATE:20260713"))
        .containsExactly("2026-07-10T08:00:00Z", "2026-07-12T08:00:00Z");
  }

  @Test
  void midnight_as_an_exception_is_the_day_of_an_all_day_event() {
    assertThat(
            keys(
                "Europe/London",
                "DTSTART;VALUE=DATE:20260605",
                "RRULE:FREQ=WEEKLY;COUNT=3",
                "EXDATE;TZID=Europe/Berlin:20260612T000000"))
        .containsExactly("20260605", "20260619");
  }

  @ParameterizedTest
  @CsvSource({
    "20260712T080000Z,3",
    "20260712T075959Z,2",
    "20260712,3",
    "20260711T090000,2",
    "20260712T090000,3"
  })
  void the_end_of_a_rule_is_included(String until, int count) {
    assertThat(
            starts(
                "Asia/Tokyo",
                "DTSTART;TZID=Europe/London:20260710T090000",
                "DURATION:PT1H",
                "RRULE:FREQ=DAILY;UNTIL=" + until))
        .hasSize(count);
  }

  @Test
  void what_has_no_end_is_cut_two_years_ahead_and_says_so() {
    Series series = series("UTC", "DTSTART;VALUE=DATE:20200103", "RRULE:FREQ=WEEKLY");
    assertThat(series.occurrences()).hasSize(104);
    assertThat(series.occurrences().getFirst().key()).isEqualTo("20260605");
    assertThat(series.occurrences().getLast().key()).isEqualTo("20280526");
    assertThat(series.cutAt()).isEqualTo("2028-06-02T00:00:00Z");
  }

  @Test
  void at_most_five_hundred_of_one_event_are_taken() {
    Series series = series("UTC", "DTSTART;VALUE=DATE:20260602", "RRULE:FREQ=DAILY");
    assertThat(series.occurrences()).hasSize(500);
    assertThat(series.cutAt()).isEqualTo(series.occurrences().getLast().end());
  }

  @Test
  void one_that_runs_now_is_taken_and_those_that_are_over_are_not() {
    assertThat(
            keys(
                "UTC", "DTSTART:20260530T000000Z", "DURATION:P1DT8H1S", "RRULE:FREQ=DAILY;COUNT=3"))
        .containsExactly("20260531T000000Z", "20260601T000000Z");
    Series over = series("UTC", "DTSTART;VALUE=DATE:20260501", "RRULE:FREQ=DAILY;COUNT=3");
    assertThat(over.occurrences()).isEmpty();
    assertThat(over.cutAt()).isNull();
  }

  @Test
  void a_period_brings_its_own_end() {
    assertThat(
            series(
                    "UTC",
                    "DTSTART:20260710T080000Z",
                    "DURATION:PT1H",
                    "RDATE;VALUE=PERIOD:20260711T080000Z/PT3H,20260712T080000Z/20260712T120000Z")
                .occurrences())
        .containsExactly(
            at("20260710T080000Z", "2026-07-10T08:00:00Z", "2026-07-10T09:00:00Z"),
            at("20260711T080000Z", "2026-07-11T08:00:00Z", "2026-07-11T11:00:00Z"),
            at("20260712T080000Z", "2026-07-12T08:00:00Z", "2026-07-12T12:00:00Z"));
  }

  @Test
  void a_zone_that_only_the_file_knows_changes_its_clocks_too() {
    List<LeaveItem> items =
        Ics.read(
            "America/New_York",
            NOW,
            file(
                Ics.OFFICE_ZONE,
                event(
                    "DTSTART;TZID=W. Europe Standard Time:20261024T023000",
                    "DTEND;TZID=W. Europe Standard Time:20261024T033000",
                    "RRULE:FREQ=DAILY;COUNT=3"),
                event(
                        "DTSTART;TZID=W. Europe Standard Time:20270327T023000",
                        "DTEND;TZID=W. Europe Standard Time:20270327T043000",
                        "RRULE:FREQ=DAILY;COUNT=3")
                    .replace("UID:u1", "UID:u2")));
    assertThat(((Series) items.getFirst()).occurrences())
        .containsExactly(
            at("20261024T003000Z", "2026-10-24T00:30:00Z", "2026-10-24T01:30:00Z"),
            at("20261025T003000Z", "2026-10-25T00:30:00Z", "2026-10-25T02:30:00Z"),
            at("20261026T013000Z", "2026-10-26T01:30:00Z", "2026-10-26T02:30:00Z"));
    assertThat(((Series) items.getLast()).occurrences())
        .containsExactly(
            at("20270327T013000Z", "2027-03-27T01:30:00Z", "2027-03-27T03:30:00Z"),
            at("20270328T013000Z", "2027-03-28T01:30:00Z", "2027-03-28T02:30:00Z"),
            at("20270329T003000Z", "2027-03-29T00:30:00Z", "2027-03-29T02:30:00Z"));
  }

  @Test
  void an_event_of_its_own_takes_the_place_of_an_occurrence() {
    List<LeaveItem> items =
        read(
            event("RECURRENCE-ID;VALUE=DATE:20260612", "DTSTART;VALUE=DATE:20260615"),
            event("DTSTART;VALUE=DATE:20260605", "RRULE:FREQ=WEEKLY;COUNT=4"),
            event(
                "RECURRENCE-ID;VALUE=DATE:20260619",
                "DTSTART;VALUE=DATE:20260619",
                "STATUS:CANCELLED"));
    assertThat(items.get(0))
        .isEqualTo(
            new LeaveItem.Away(
                "u1",
                "20260612",
                Instant.parse("2026-06-15T00:00:00Z"),
                Instant.parse("2026-06-16T00:00:00Z"),
                null));
    assertThat(((Series) items.get(1)).occurrences().stream().map(Occurrence::key))
        .containsExactly("20260605", "20260626");
    assertThat(items.get(2)).isEqualTo(new LeaveItem.NoLeave("u1", "20260619", "is cancelled"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RRULE:FREQ=FORTNIGHTLY|malformed",
        "RRULE:nonsense|unsupported-rule",
        "RRULE:FREQ=HOURLY|unsupported-rule",
        "RRULE:FREQ=DAILY;BYHOUR=9|unsupported-rule",
        "RRULE:FREQ=WEEKLY;COUNT=many|malformed",
        "RRULE:FREQ=WEEKLY;COUNT=0|unsupported-rule",
        "RRULE:FREQ=WEEKLY;INTERVAL=0|unsupported-rule",
        "RRULE:FREQ=WEEKLY;INTERVAL=2000000000|unsupported-rule",
        "RRULE:FREQ=YEARLY;BYMONTH=13|unsupported-rule",
        "RRULE:FREQ=MONTHLY;BYMONTHDAY=0|unsupported-rule",
        "RRULE:FREQ=WEEKLY;UNTIL=20261399|malformed",
        "RRULE:FREQ=WEEKLY~RRULE:FREQ=DAILY|unsupported-rule",
        "RRULE:FREQ=WEEKLY~EXRULE:FREQ=MONTHLY|unsupported-rule",
        "RRULE:FREQ=WEEKLY~EXDATE:never|malformed",
        "RRULE:FREQ=WEEKLY~EXDATE;TZID=Middle Earth:20260612T080000|unknown-zone",
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20260612|unsupported-rule",
        "RECURRENCE-ID;VALUE=DATE:someday|malformed"
      })
  void what_is_no_rule_for_leave_is_refused_and_not_guessed(String lines, String code) {
    List<LeaveItem> items = read(event(("DTSTART;VALUE=DATE:20260605~" + lines).split("~")));
    assertThat(items.getFirst())
        .isInstanceOfSatisfying(
            LeaveItem.Unreadable.class, item -> assertThat(item.code()).isEqualTo(code));
  }

  @Test
  void a_rule_that_goes_on_for_centuries_is_not_followed_for_ever() {
    String daily = event("DTSTART;VALUE=DATE:19700101", "RRULE:FREQ=DAILY");
    String[] all = new String[6];
    Arrays.setAll(all, n -> daily.replace("UID:u1", "UID:u" + n));
    assertThat(read(all).getLast())
        .isInstanceOfSatisfying(
            LeaveItem.Unreadable.class, item -> assertThat(item.code()).isEqualTo("too-long-ago"));
    assertThat(read(event("DTSTART;VALUE=DATE:00010101", "RRULE:FREQ=DAILY")).getFirst())
        .isInstanceOf(LeaveItem.Unreadable.class);
    assertThat(
            keys("UTC", "DTSTART;VALUE=DATE:20260605", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"))
        .containsExactly("20260605");
  }

  private static Occurrence at(String key, String start, String end) {
    return new Occurrence(key, Instant.parse(start), Instant.parse(end));
  }

  private static List<String> starts(String zone, String... properties) {
    return series(zone, properties).occurrences().stream()
        .map(each -> each.start().toString())
        .toList();
  }

  private static List<String> keys(String zone, String... properties) {
    return series(zone, properties).occurrences().stream().map(Occurrence::key).toList();
  }

  private static Series series(String zone, String... properties) {
    LeaveItem item = Ics.read(zone, NOW, file(event(properties))).getFirst();
    assertThat(item).isInstanceOf(Series.class);
    return (Series) item;
  }

  private static List<LeaveItem> read(String... events) {
    return Ics.read("UTC", NOW, file(events));
  }
}
