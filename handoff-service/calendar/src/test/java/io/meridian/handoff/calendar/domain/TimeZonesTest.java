package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of the time-zone database of IANA are known, and no others. */
class TimeZonesTest {

  @ParameterizedTest
  @CsvSource({
    "EST,America/Panama",
    "MST,America/Phoenix",
    "HST,Pacific/Honolulu",
    "ROC,Asia/Taipei",
    "GMT+0,Etc/GMT",
    "GMT-0,Etc/GMT",
    "EST5EDT,EST5EDT",
    "Asia/Calcutta,Asia/Calcutta",
    "Etc/GMT-14,Etc/GMT-14",
    "UTC,UTC",
    "GB-Eire,GB-Eire"
  })
  void zones_and_links_of_the_database_are_known(String name, String zone) {
    assertThat(TimeZones.named(name)).contains(ZoneId.of(zone));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SystemV/EST5",
        "SystemV/AST4ADT",
        "IST",
        "CST",
        "PST",
        "EAT",
        "GMT+0200",
        "UTC+2",
        "+08:00",
        "Z",
        "Factory",
        "europe/berlin",
        "Europe/Berlin ",
        "W. Europe Standard Time",
        ""
      })
  void other_names_are_not(String name) {
    assertThat(TimeZones.named(name)).isEmpty();
  }

  @Test
  void all_that_java_takes_from_the_database_are_known() {
    assertThat(ZoneRulesProvider.getAvailableZoneIds())
        .filteredOn(name -> !name.startsWith("SystemV/"))
        .allSatisfy(name -> assertThat(TimeZones.named(name)).contains(ZoneId.of(name)));
  }
}
