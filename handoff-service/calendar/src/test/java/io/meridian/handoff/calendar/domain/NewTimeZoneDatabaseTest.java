package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.testkit.PlantedZone;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class NewTimeZoneDatabaseTest {

  @Test
  void prepared_rules_follow_the_zone_and_shifts_already_computed_do_not() {
    PlantedZone.has(ZoneOffset.ofHours(2));
    RosterRules rules =
        RosterRules.of(
            new Calendars()
                .region("R", PlantedZone.ID)
                .staffed("R", "08:00", "16:00", "tam-a")
                .build());
    Instant from = Instant.parse("2026-01-05T00:00:00Z");
    Shift before = rules.shifts(from, from.plusSeconds(86_400)).getFirst();
    PlantedZone.has(ZoneOffset.ofHours(3));
    Shift after = rules.shifts(from, from.plusSeconds(86_400)).getFirst();
    assertThat(before.start()).isEqualTo("2026-01-05T06:00:00Z");
    assertThat(after.start()).isEqualTo("2026-01-05T05:00:00Z");
    assertThat(after.id()).isNotEqualTo(before.id());
  }
}
