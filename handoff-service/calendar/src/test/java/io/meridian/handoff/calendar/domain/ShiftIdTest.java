package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftIdTest {

  private static final LocalDate DATE = LocalDate.parse("2026-03-29");
  private static final Instant START = Instant.parse("2026-03-29T06:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {"0001-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z", "2026-03-29T06:00:00.001Z"})
  void an_id_tells_when_the_shift_starts(String start) {
    Instant at = Instant.parse(start);
    UUID id = ShiftId.ofSlot("emea", DATE, at);
    assertThat(id.version()).isEqualTo(8);
    assertThat(ShiftId.start(id)).contains(at);
    assertThat(ShiftId.start(ShiftId.ofOverride("swap", at))).contains(at);
    assertThat(ShiftId.start(ShiftId.ofRest(id, at.plusMillis(1)))).contains(at.plusMillis(1));
  }

  @Test
  void the_same_shift_has_the_same_id_for_ever() {
    assertThat(ShiftId.ofSlot("emea-early", DATE, START))
        .hasToString("019d382d-8300-8177-b9ab-1c8a1265e73b");
  }

  @Test
  void what_starts_at_once_has_different_ids() {
    Set<UUID> ids = new HashSet<>();
    for (int pattern = 0; pattern < 1_000; pattern++) {
      for (int day = 0; day < 10; day++) {
        ids.add(ShiftId.ofSlot("R" + pattern, DATE.plusDays(day), START));
      }
      ids.add(ShiftId.ofOverride("R" + pattern, START));
    }
    for (UUID whole : Set.copyOf(ids)) {
      ids.add(ShiftId.ofRest(whole, START));
    }
    assertThat(ids).hasSize(22_000);
  }

  @Test
  void no_other_id_is_taken_for_a_shift() {
    assertThat(ShiftId.start(UUID.fromString("01939b1c-0000-7000-8000-000000000008"))).isEmpty();
    assertThat(ShiftId.start(UUID.fromString("5f3c2a0e-0a1b-3c4d-8e5f-60718293a4b5"))).isEmpty();
    assertThat(ShiftId.start(new UUID(0x8000, 0))).isEmpty();
  }
}
