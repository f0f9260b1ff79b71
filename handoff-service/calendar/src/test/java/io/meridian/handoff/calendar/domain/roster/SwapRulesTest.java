package io.meridian.handoff.calendar.domain.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.CalendarFaults;
import io.meridian.handoff.calendar.domain.Calendars;
import io.meridian.handoff.calendar.domain.Fault;
import io.meridian.handoff.calendar.domain.RosterRules;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.calendar.domain.ShiftOverride;
import io.meridian.handoff.calendar.domain.Tam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SwapRulesTest {

  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  /** Eva works EMEA from the 8th to the 14th, Tom from the 15th to the 21st. */
  private static final Instant EVAS = Instant.parse("2026-06-10T06:00:00Z");

  private static final Instant TOMS = Instant.parse("2026-06-17T06:00:00Z");

  @Test
  void a_shift_that_is_given_away_is_the_others() {
    Calendar before = Calendars.followTheSun().build();
    SwapRequest request = request(before, "tam-eva", "tam-tom", EVAS, null);
    assertThat(faults(before, request)).isEmpty();
    Calendar after = rules(before).make(request).calendar();
    assertThat(CalendarFaults.of(after)).isEmpty();
    assertThat(primary(after, EVAS)).isEqualTo("tam-tom");
    assertThat(primary(after, Instant.parse("2026-06-11T06:00:00Z"))).isEqualTo("tam-eva");
  }

  @Test
  void two_shifts_that_are_exchanged_change_their_holders() {
    Calendar before = Calendars.followTheSun().build();
    SwapRequest request = request(before, "tam-eva", "tam-tom", EVAS, TOMS);
    assertThat(faults(before, request)).isEmpty();
    SwapRules.Made made = rules(before).make(request);
    assertThat(made.overrides()).hasSize(2).doesNotHaveDuplicates();
    assertThat(CalendarFaults.of(made.calendar())).isEmpty();
    assertThat(primary(made.calendar(), EVAS)).isEqualTo("tam-tom");
    assertThat(primary(made.calendar(), TOMS)).isEqualTo("tam-eva");
  }

  @Test
  void a_shift_that_was_swapped_can_be_swapped_on_and_back() {
    Calendar before = Calendars.followTheSun().tam("tam-zoe", "EMEA", Tam.Status.ACTIVE).build();
    Calendar toms = made(before, "tam-eva", "tam-tom");
    Calendar zoes = made(toms, "tam-tom", "tam-zoe");
    assertThat(primary(zoes, EVAS)).isEqualTo("tam-zoe");
    assertThat(zoes.overrides()).hasSize(1);
    Calendar back = made(zoes, "tam-zoe", "tam-eva");
    assertThat(primary(back, EVAS)).isEqualTo("tam-eva");
    assertThat(back.overrides()).isEmpty();
  }

  @Test
  void who_is_in_training_on_leave_on_duty_or_gone_may_not_take_it() {
    Calendar calendar =
        Calendars.followTheSun()
            .tam("tam-new", "EMEA", Tam.Status.ONBOARDING)
            .tam("tam-old", "EMEA", Tam.Status.INACTIVE)
            .leave("tam-tom", "2026-06-10T13:59:59Z", "2026-06-11T00:00:00Z")
            .staffed("AMER", "02:00", "03:00", "tam-bob")
            .build();
    assertThat(codes(calendar, "tam-new")).containsExactly("onboarding");
    assertThat(codes(calendar, "tam-old")).containsExactly("inactive");
    assertThat(codes(calendar, "tam-ghost")).containsExactly("unknown-tam");
    assertThat(codes(calendar, "tam-tom")).containsExactly("on-leave");
    assertThat(codes(calendar, "tam-bob")).containsExactly("on-duty");
  }

  @Test
  void a_leave_that_ends_when_the_shift_begins_keeps_nobody_from_it() {
    Calendar calendar =
        Calendars.followTheSun().leave("tam-tom", "2026-06-09T00:00:00Z", EVAS.toString()).build();
    assertThat(codes(calendar, "tam-tom")).isEmpty();
  }

  @Test
  void a_shift_that_changed_meanwhile_or_has_begun_is_not_swapped() {
    Calendar asked = Calendars.followTheSun().build();
    SwapRequest request = request(asked, "tam-eva", "tam-tom", EVAS, null);
    Calendar changed =
        Calendars.followTheSun()
            .leave("tam-eva", "2026-06-10T00:00:00Z", "2026-06-11T00:00:00Z")
            .build();
    assertThat(faults(changed, request)).extracting(Fault::code).containsExactly("shift-changed");
    assertThat(rules(asked).faults(request, EVAS))
        .extracting(Fault::code)
        .containsExactly("shift-begun");
    assertThat(rules(asked).faults(request, EVAS.minusMillis(1))).isEmpty();
  }

  @Test
  void another_override_of_either_at_that_time_is_a_conflict() {
    Calendar calendar =
        Calendars.followTheSun()
            .override(
                "EMEA",
                "2026-06-10T13:00:00Z",
                "2026-06-10T16:00:00Z",
                new ShiftOverride.Change.Add("tam-tom"))
            .build();
    assertThat(codes(calendar, "tam-tom")).contains("override-conflict");
  }

  private static Calendar made(Calendar before, String from, String to) {
    SwapRequest request = request(before, from, to, EVAS, null);
    assertThat(faults(before, request)).isEmpty();
    Calendar after = rules(before).make(request).calendar();
    assertThat(CalendarFaults.of(after)).isEmpty();
    return after;
  }

  private static List<String> codes(Calendar calendar, String asked) {
    return faults(calendar, request(calendar, "tam-eva", asked, EVAS, null)).stream()
        .map(Fault::code)
        .toList();
  }

  private static List<Fault> faults(Calendar calendar, SwapRequest request) {
    return rules(calendar).faults(request, NOW);
  }

  private static SwapRules rules(Calendar calendar) {
    return new SwapRules(RosterRules.of(calendar));
  }

  private static @Nullable String primary(Calendar calendar, Instant start) {
    return emea(calendar, start).primary();
  }

  private static Shift emea(Calendar calendar, Instant start) {
    return RosterRules.of(calendar).shifts(start, start.plusMillis(1)).stream()
        .filter(s -> s.region().equals("EMEA") && s.start().equals(start))
        .findFirst()
        .orElseThrow();
  }

  private static SwapRequest request(
      Calendar calendar, String asker, String asked, Instant start, @Nullable Instant exchange) {
    return new SwapRequest(
        new UUID(0, 1),
        asker,
        asked,
        SwapShift.of(emea(calendar, start)),
        exchange == null ? null : SwapShift.of(emea(calendar, exchange)),
        null,
        NOW,
        start,
        new SwapStage.Asked(),
        1,
        NOW);
  }
}
