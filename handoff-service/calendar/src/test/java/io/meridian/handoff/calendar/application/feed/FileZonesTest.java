package io.meridian.handoff.calendar.application.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.meridian.handoff.calendar.application.file.CalendarFile;
import io.meridian.handoff.calendar.application.file.TextFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileZonesTest {

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,Europe/Berlin",
    "W. Europe Standard Time,Europe/Berlin",
    "India Standard Time,Asia/Calcutta",
    "Eastern Standard Time,America/New_York",
    "/freeassociation.sourceforge.net/Europe/Berlin,Europe/Berlin",
    "/mozilla.org/20050126_1/America/Argentina/Salta,America/Argentina/Salta",
    "EST,America/Panama",
    "MST,America/Phoenix",
    "HST,Pacific/Honolulu",
    "ROC,Asia/Taipei"
  })
  void names_are_of_the_database_of_its_links_or_of_windows(String name, String zone) {
    assertThat(zones().named(name)).isEqualTo(new WallTimes.Known(ZoneId.of(zone)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IST",
        "CST",
        "PST",
        "GMT+0200",
        "SystemV/EST5",
        "Middle Earth",
        "/x/y",
        "europe/berlin",
        ""
      })
  void names_that_nobody_defines_are_refused(String name) {
    assertThat(catchThrowableOfType(LeaveRefusal.class, () -> zones().named(name)))
        .hasMessageContaining("names the zone '" + name + "'");
  }

  @Test
  void every_name_of_windows_is_a_zone() {
    assertThat(WindowsZones.names()).hasSizeGreaterThan(130);
    WindowsZones.names()
        .forEach((windows, zone) -> assertThat(WindowsZones.named(windows)).as(zone).isPresent());
  }

  @Test
  void what_the_file_says_of_a_name_counts() {
    FileZones zones = zones(zone("IST", "TZOFFSETTO:+0200"));
    LocalDateTime noon = LocalDateTime.parse("2027-07-06T12:00");
    assertThat(zones.named("IST").startOf(noon)).isEqualTo("2027-07-06T10:00:00Z");
    assertThat(zones(zone("Europe/Berlin", "TZNAME:none")).named("Europe/Berlin"))
        .isEqualTo(new WallTimes.Known(ZoneId.of("Europe/Berlin")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TZOFFSETTO:junk",
        "TZOFFSETTO:+9900",
        "TZOFFSETTO:+0200~RRULE:FREQ=SECONDLY",
        "TZOFFSETTO:+0200~RRULE:FREQ=YEARLY;INTERVAL=0",
        "TZOFFSETTO:+0200~RRULE:FREQ=YEARLY;BYMONTH=99",
        "TZOFFSETTO:+0200~RRULE",
        "TZOFFSETTO:+0200~END:DAYLIGHT"
      })
  void a_zone_that_cannot_be_read_is_refused_and_not_guessed(String lines) {
    FileZones zones = zones(zone("Europe/Berlin", lines.split("~")));
    assertThat(catchThrowableOfType(LeaveRefusal.class, () -> zones.named("Europe/Berlin")))
        .hasMessageContaining("VTIMEZONE cannot be read");
  }

  @Test
  void a_zone_that_would_be_followed_for_ever_is_refused() {
    String change =
        "BEGIN:STANDARD\r\nDTSTART:00010101T000000\r\nTZOFFSETFROM:+0000\r\n"
            + "TZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY\r\nEND:STANDARD\r\n";
    String zone = "BEGIN:VTIMEZONE\r\nTZID:x\r\n%sEND:VTIMEZONE";
    assertThat(zones(zone.formatted(change.repeat(50))).named("x"))
        .isInstanceOf(WallTimes.OfFile.class);
    FileZones zones = zones(zone.formatted(change.repeat(10_000)));
    assertThat(catchThrowableOfType(LeaveRefusal.class, () -> zones.named("x"))).isNotNull();
  }

  @Test
  void a_zone_that_cannot_be_read_is_looked_at_once_and_harms_no_other() {
    FileZones zones = zones(zone("bad", "TZOFFSETTO:junk"), zone("good", "TZOFFSETTO:+0100"));
    for (int i = 0; i < 1_500; i++) {
      assertThat(catchThrowableOfType(LeaveRefusal.class, () -> zones.named("bad"))).isNotNull();
    }
    assertThat(zones.named("good")).isInstanceOf(WallTimes.OfFile.class);
  }

  private static String zone(String name, String... lines) {
    return "BEGIN:VTIMEZONE\r\nTZID:"
        + name
        + "\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0200\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:STANDARD\r\nEND:VTIMEZONE";
  }

  private static FileZones zones(String... components) {
    TextFile file = TextFile.of(Ics.file(components).getBytes(StandardCharsets.UTF_8), null);
    return new FileZones(CalendarFile.of(file).calendars().getLast());
  }
}
