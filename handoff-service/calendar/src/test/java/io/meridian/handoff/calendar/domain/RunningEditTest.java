package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningEditTest {

  private static final Instant AT = Instant.parse("2026-01-05T12:00:00Z");

  @Test
  void an_edit_that_changes_nothing_does_nothing() {
    RunningEdit edit =
        edit(calendar("08:00", "16:00", "tam-a"), calendar("08:00", "16:00", "tam-a"));
    assertThat(edit.changed()).isEmpty();
    assertThat(edit.begun()).isEmpty();
  }

  @Test
  void another_crew_cuts_the_shift_and_begins_one_of_its_own() {
    RunningEdit edit =
        edit(calendar("08:00", "16:00", "tam-a"), calendar("08:00", "16:00", "tam-b"));
    Shift cut = edit.changed().getFirst();
    Shift next = edit.begun().getFirst();
    assertThat(cut.end()).isEqualTo(AT);
    assertThat(cut.slotEnd()).isEqualTo("2026-01-05T16:00:00Z");
    assertThat(cut.primary()).isEqualTo("tam-a");
    assertThat(next.start()).isEqualTo(AT);
    assertThat(next.end()).isEqualTo("2026-01-05T16:00:00Z");
    assertThat(next.primary()).isEqualTo("tam-b");
    assertThat(next.id()).isNotEqualTo(cut.id());
  }

  @Test
  void another_end_for_the_same_crew_moves_the_end() {
    RunningEdit edit =
        edit(calendar("08:00", "16:00", "tam-a"), calendar("09:00", "18:00", "tam-a"));
    assertThat(edit.begun()).isEmpty();
    Shift moved = edit.changed().getFirst();
    assertThat(moved.start()).isEqualTo("2026-01-05T08:00:00Z");
    assertThat(moved.end()).isEqualTo("2026-01-05T18:00:00Z").isEqualTo(moved.slotEnd());
  }

  @Test
  void a_shift_that_the_new_rules_begin_later_ends_now() {
    RunningEdit edit =
        edit(calendar("08:00", "16:00", "tam-a"), calendar("13:00", "16:00", "tam-a"));
    assertThat(edit.changed()).extracting(Shift::end).containsExactly(AT);
    assertThat(edit.begun()).isEmpty();
  }

  @Test
  void a_shift_that_begins_at_the_instant_of_the_edit_keeps_its_id() {
    Calendar after = calendar("12:00", "16:00", "tam-a");
    RunningEdit edit = edit(calendar("18:00", "20:00", "tam-a"), after);
    assertThat(edit.begun()).isEqualTo(covering(after));
  }

  private static Calendar calendar(String start, String end, String tam) {
    return new Calendars()
        .region("R", "UTC")
        .tam("tam-a", "R", Tam.Status.ACTIVE)
        .tam("tam-b", "R", Tam.Status.ACTIVE)
        .rotation("r", "R", Rotation.Tier.PRIMARY, Rotation.Period.WEEKLY, 1, tam)
        .pattern("day", "R", Calendars.ALL_DAYS, start, end, new HolidayPolicy.Worked(), "r")
        .build();
  }

  private static List<Shift> covering(Calendar calendar) {
    return Shifts.between(calendar, AT, AT.plusMillis(1));
  }

  private static RunningEdit edit(Calendar before, Calendar after) {
    return RunningEdit.of(covering(before), covering(after), AT);
  }
}
