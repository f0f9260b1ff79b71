package io.meridian.console.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.console.text.EnglishMessages;
import io.meridian.console.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLabelsTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static TimeLabels labels(String zone, String now) {
    return new TimeLabels(EnglishMessages.of(Messages.class), ZoneId.of(zone), Instant.parse(now));
  }

  @ParameterizedTest(name = "{1} in {0}, read at {2}: {3}")
  @CsvSource({
    "America/New_York, 2026-11-30T15:10:00Z, 2026-11-30T14:58:00Z, 10:10",
    "Asia/Kolkata, 2026-11-30T18:29:00Z, 2026-11-30T10:00:00Z, 23:59",
    "Asia/Kolkata, 2026-11-30T18:30:00Z, 2026-11-30T10:00:00Z, Tue 1 Dec 00:00",
    "America/St_Johns, 2026-12-01T03:29:00Z, 2026-11-30T10:00:00Z, 23:59",
    "America/St_Johns, 2026-12-01T03:30:00Z, 2026-11-30T10:00:00Z, Tue 1 Dec 00:00",
    "Pacific/Auckland, 2026-11-30T11:00:00Z, 2026-11-30T10:30:00Z, Tue 1 Dec 00:00",
    "Pacific/Auckland, 2027-01-02T11:00:00Z, 2026-11-30T10:30:00Z, Sun 3 Jan 2027 00:00",
    // the clocks of the Americas go forward on 8 March, Europe's on 29 March
    "America/New_York, 2026-03-08T06:59:00Z, 2026-03-08T06:00:00Z, 01:59",
    "America/New_York, 2026-03-08T07:00:00Z, 2026-03-08T06:00:00Z, 03:00",
    "Europe/London, 2026-03-29T01:00:00Z, 2026-03-29T00:30:00Z, 02:00",
    "America/New_York, 2026-11-01T05:30:00Z, 2026-11-01T05:00:00Z, 01:30",
    "America/New_York, 2026-11-01T06:30:00Z, 2026-11-01T05:00:00Z, 01:30"
  })
  void an_instant_has_the_readers_clock_and_the_day_unless_it_is_today_there(
      String zone, String instant, String now, String shown) {
    TimeLabel label = labels(zone, now).at(Instant.parse(instant));

    assertThat(label.text()).isEqualTo(shown);
    assertThat(Instant.parse(label.iso())).isEqualTo(Instant.parse(instant));
    assertThat(label.title()).endsWith("UTC").startsWith(instant.substring(0, 10));
  }

  @Test
  void the_other_partys_clock_stands_beside_it_where_it_shows_something_else() {
    TimeLabels labels = labels("Europe/London", "2026-11-30T14:58:00Z");
    Instant boundary = Instant.parse("2026-11-30T15:00:00Z");

    assertThat(labels.at(boundary, NEW_YORK).text()).isEqualTo("15:00 · 10:00 New York");
    assertThat(labels.at(boundary, ZoneId.of("Africa/Accra")).text()).isEqualTo("15:00");
    assertThat(labels.at(boundary, ZoneId.of("Pacific/Auckland")).text())
        .isEqualTo("15:00 · 04:00 +1 d Auckland");
  }

  @Test
  void between_the_two_clock_changes_the_other_party_is_an_hour_nearer() {
    Instant boundary = Instant.parse("2026-03-16T14:00:00Z");

    assertThat(labels("Europe/London", "2026-03-16T13:00:00Z").at(boundary, NEW_YORK).text())
        .isEqualTo("14:00 · 10:00 New York");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-11-30T15:10:00Z, in 12 min (10:10)",
    "2026-11-30T14:58:01Z, in 1 min (09:58)",
    "2026-11-30T16:58:00Z, in 2 h (11:58)",
    "2026-11-30T14:50:00Z, 8 min ago (09:50)",
    "2026-12-02T15:00:00Z, Wed 2 Dec 10:00"
  })
  void it_is_counted_down_to_never_without_the_time(String instant, String shown) {
    assertThat(
            labels("America/New_York", "2026-11-30T14:58:00Z")
                .within(Instant.parse(instant))
                .text())
        .isEqualTo(shown);
  }

  @Test
  void a_stretch_has_both_ends_in_both_zones() {
    assertThat(
            labels("America/New_York", "2026-11-30T14:58:00Z")
                .between(
                    Instant.parse("2026-11-30T15:00:00Z"),
                    Instant.parse("2026-11-30T23:00:00Z"),
                    LONDON)
                .text())
        .isEqualTo("10:00–18:00 · 15:00–23:00 London");
  }

  @Test
  void a_house_in_another_time_counts_at_its_own_speed() {
    Instant origin = Instant.parse("2026-11-30T12:00:00Z");
    Instant start = Instant.parse("2026-03-07T22:00:00Z");
    HouseClock clock =
        new HouseClock(() -> origin.plus(Duration.ofSeconds(10)), origin, start, 480);

    assertThat(clock.instant()).isEqualTo(start.plus(Duration.ofMinutes(80)));
    assertThat(clock.forPages()).isEqualTo("2026-03-07T23:20:00Z;480.0");
  }
}
