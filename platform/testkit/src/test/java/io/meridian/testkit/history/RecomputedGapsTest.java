package io.meridian.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.GapCause;
import io.meridian.events.Person;
import io.meridian.events.ShiftState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The checker is itself checked: faults planted by a millisecond must be seen. */
class RecomputedGapsTest {

  private static final UUID ID = new UUID(0, 1);

  private final ShiftState early =
      shift("ann", "2026-03-07T07:00:00Z", "2026-03-07T15:00:00Z", "2026-03-07T15:00:00Z");
  private final ShiftState late =
      shift("bob", "2026-03-07T15:00:00Z", "2026-03-07T22:00:00Z", "2026-03-07T22:00:00Z");

  @Test
  void acceptance_before_the_boundary_makes_no_gap() {
    assertThat(
            gaps(
                List.of(early, late),
                owner("ann", "12:00", "15:00"),
                owner("bob", "15:00", "20:00")))
        .isEmpty();
  }

  @Test
  void acceptance_one_millisecond_late_is_a_gap_of_one_millisecond() {
    Instant accepted = Instant.parse("2026-03-07T15:00:00.001Z");
    var ann = new Span<>(at("12:00"), accepted, "ann");
    var bob = new Span<>(accepted, at("20:00"), "bob");
    assertThat(gaps(List.of(early, late), ann, bob))
        .containsExactly(new Span<>(at("15:00"), accepted, GapCause.UNACCEPTED_HANDOFF));
  }

  @Test
  void a_hole_in_the_coverage_is_told_apart_from_an_unaccepted_handoff() {
    var laterShift =
        shift("bob", "2026-03-07T16:00:00Z", "2026-03-07T22:00:00Z", "2026-03-07T22:00:00Z");
    assertThat(gaps(List.of(early, laterShift), owner("ann", "12:00", "20:00")))
        .containsExactly(
            new Span<>(at("15:00"), at("16:00"), GapCause.COVERAGE_HOLE),
            new Span<>(at("16:00"), at("20:00"), GapCause.UNACCEPTED_HANDOFF));
  }

  @Test
  void leaving_before_the_end_of_the_slot_is_off_roster() {
    var cut = shift("ann", "2026-03-07T07:00:00Z", "2026-03-07T13:00:00Z", "2026-03-07T15:00:00Z");
    var rest = shift("eve", "2026-03-07T13:00:00Z", "2026-03-07T15:00:00Z", "2026-03-07T15:00:00Z");
    assertThat(gaps(List.of(cut, rest), owner("ann", "12:00", "14:00")))
        .containsExactly(new Span<>(at("13:00"), at("14:00"), GapCause.OFF_ROSTER));
  }

  @Test
  void a_shift_that_nobody_holds_is_an_empty_shift() {
    var empty = shift(null, "2026-03-07T15:00:00Z", "2026-03-07T22:00:00Z", "2026-03-07T22:00:00Z");
    assertThat(gaps(List.of(early, empty), owner("ann", "12:00", "16:00")))
        .containsExactly(new Span<>(at("15:00"), at("16:00"), GapCause.EMPTY_SHIFT));
  }

  @Test
  void a_hold_counts_as_attending_until_it_ends() {
    var ledger =
        new RecomputedLedger(
            ID,
            List.of(new Span<>(at("12:00"), at("17:00"), "open")),
            List.of(new Span<>(at("12:00"), at("17:00"), "ann")),
            List.of(new Span<>(at("14:30"), at("16:00"), "ann")),
            List.of());
    assertThat(new RecomputedGaps(List.of(early, late)).of(ledger))
        .containsExactly(new Span<>(at("16:00"), at("17:00"), GapCause.UNACCEPTED_HANDOFF));
  }

  @SafeVarargs
  private static List<Span<GapCause>> gaps(List<ShiftState> shifts, Span<String>... owners) {
    Instant from = owners[0].start();
    Instant to = owners[owners.length - 1].end();
    var ledger =
        new RecomputedLedger(
            ID, List.of(new Span<>(from, to, "open")), List.of(owners), List.of(), List.of());
    return new RecomputedGaps(shifts).of(ledger);
  }

  private static Span<String> owner(String tam, String from, String to) {
    return new Span<>(at(from), at(to), tam);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-03-07T" + time + ":00Z");
  }

  private static ShiftState shift(String tam, String start, String end, String slotEnd) {
    Person primary = tam == null ? null : new Person(tam, tam);
    return new ShiftState(
        UUID.nameUUIDFromBytes((tam + start).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        "EMEA",
        Instant.parse(start),
        Instant.parse(end),
        Instant.parse(start),
        Instant.parse(slotEnd),
        "Europe/London",
        primary,
        null,
        List.of(),
        "pattern",
        null,
        null,
        1,
        Instant.parse(start));
  }
}
