package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MovedTurnsTest {

  private static final Instant AT = Instant.parse("2026-03-12T12:00:00Z");
  private static final Pattern ANCHOR = Pattern.compile("the anchor (\\S+) keeps the order");

  @Test
  void somebody_appended_in_mid_turn_moves_turns_and_the_anchor_that_would_not_is_named() {
    Calendar before = of(Rotation.Period.WEEKLY, 1, List.of("tam-0", "tam-1", "tam-2"));
    Calendar document = of(Rotation.Period.WEEKLY, 1, List.of("tam-0", "tam-1", "tam-2", "tam-3"));
    assertThat(warnings(before, document))
        .singleElement()
        .satisfies(w -> assertThat(w.kind()).isEqualTo(RosterWarning.Kind.TURNS_MOVED))
        .satisfies(w -> assertThat(w.tam()).isEqualTo("tam-0"))
        .satisfies(
            w ->
                assertThat(w.detail())
                    .isEqualTo(
                        "In rotation 'rot' the turn of tam-0 becomes that of tam-1, because the"
                            + " anchor stays; the anchor 2026-03-09T00:00 keeps the order"));
  }

  @Test
  void who_takes_the_place_of_another_moves_nobody() {
    Calendar before = of(Rotation.Period.WEEKLY, 1, List.of("tam-0", "tam-1", "tam-2"));
    for (List<String> people :
        List.of(
            List.of("tam-3", "tam-1", "tam-2"),
            List.of("tam-0", "tam-3", "tam-2"),
            List.of("tam-0", "tam-1", "tam-3"))) {
      assertThat(warnings(before, of(Rotation.Period.WEEKLY, 1, people))).isEmpty();
    }
  }

  @Test
  void an_edit_that_says_from_when_on_it_deals_is_not_warned_of() {
    Calendar before = of(Rotation.Period.WEEKLY, 1, List.of("tam-0", "tam-1", "tam-2"));
    Calendar document = of(Rotation.Period.WEEKLY, 1, List.of("tam-0", "tam-1", "tam-2", "tam-3"));
    Calendar anchored = anchored(document, "2026-03-16T00:00");
    assertThat(warnings(before, anchored)).isEmpty();
    assertThat(warnings(before, before)).isEmpty();
  }

  static LongStream seeds() {
    return LongStream.range(0, 120);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void with_the_anchor_that_is_named_everybody_who_stays_keeps_the_next_turn(long seed) {
    RandomGenerator random = ClockChanges.random(seed);
    Rotation.Period period = Rotation.Period.values()[random.nextInt(4)];
    int every = 1 + random.nextInt(3);
    List<String> people =
        IntStream.range(0, random.nextBoolean() ? 5 : 7).mapToObj(i -> "tam-" + i).toList();
    List<String> others = new ArrayList<>(people);
    if (random.nextBoolean()) {
      others.remove(random.nextInt(others.size()));
    } else {
      others.add(random.nextInt(others.size() + 1), "tam-7");
    }
    Calendar before = of(period, every, people);
    Calendar document = of(period, every, others);
    List<RosterWarning> warnings = warnings(before, document);
    Calendar after = CalendarEdit.of(RosterRules.of(before), document, AT);
    if (!warnings.isEmpty()) {
      Matcher anchor = ANCHOR.matcher(warnings.getFirst().detail());
      assertThat(anchor.find()).as(warnings.getFirst().detail()).isTrue();
      after = CalendarEdit.of(RosterRules.of(before), anchored(document, anchor.group(1)), AT);
    }
    List<String> then = holders(before);
    List<String> now = holders(after);
    int next =
        IntStream.range(0, then.size())
            .filter(i -> others.contains(then.get(i)))
            .findFirst()
            .orElseThrow();
    assertThat(now.get(next)).as("%s %s", period, warnings).isEqualTo(then.get(next));
  }

  private static List<RosterWarning> warnings(Calendar before, Calendar document) {
    RosterRules rules = RosterRules.of(before);
    return RosterWarnings.ofEdit(rules, RosterRules.of(CalendarEdit.of(rules, document, AT)), AT);
  }

  /** Who holds the shifts that start after the edit. */
  private static List<String> holders(Calendar calendar) {
    return RosterRules.of(calendar).shifts(AT, AT.plusSeconds(86_400L * 600)).stream()
        .filter(shift -> shift.start().isAfter(AT))
        .map(shift -> String.valueOf(shift.primary()))
        .toList();
  }

  private static Calendar anchored(Calendar calendar, String anchor) {
    return calendar.withRotations(
        calendar.rotations().stream()
            .map(r -> r.in(List.of(r.newest().from(LocalDateTime.parse(anchor)))))
            .toList());
  }

  private static Calendar of(Rotation.Period period, int every, List<String> people) {
    Calendars calendars = new Calendars().region("R", "Europe/Berlin");
    for (int i = 0; i < 8; i++) {
      calendars.tam("tam-" + i, "R", Tam.Status.ACTIVE);
    }
    return calendars
        .rotation("rot", "R", Rotation.Tier.PRIMARY, period, every, people.toArray(String[]::new))
        .pattern(
            "day", "R", Calendars.ALL_DAYS, "09:00", "17:00", new HolidayPolicy.Worked(), "rot")
        .build();
  }
}
