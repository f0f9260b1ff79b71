package io.meridian.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.console.client.Person;
import io.meridian.console.client.Shift;
import io.meridian.console.page.CalendarPage.Block;
import io.meridian.console.page.CalendarPage.Lane;
import io.meridian.console.page.CalendarPage.Tick;
import io.meridian.console.text.CalendarMessages;
import io.meridian.console.text.EnglishMessages;
import io.meridian.console.text.Messages;
import io.meridian.console.time.TimeLabels;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalendarLanesTest {
  private static final Person KIM = new Person("tam-kim", "Kim Carter");
  private static final Person KAI = new Person("tam-kai", "Kai Tan");

  /** The week in which the clocks of New York go forward, on its Sunday. */
  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

  private final CalendarLanes lanes =
      new CalendarLanes(
          EnglishMessages.of(CalendarMessages.class),
          new TimeLabels(
              EnglishMessages.of(Messages.class),
              ZoneId.of("America/New_York"),
              Instant.parse("2026-03-02T12:00:00Z")),
          MONDAY,
          MONDAY.plusWeeks(1));

  private static Shift shift(
      String region, int day, @Nullable Person primary, @Nullable Person secondary) {
    Instant start = Instant.parse("2026-03-0%dT15:00:00Z".formatted(day));
    return new Shift(
        UUID.randomUUID(),
        region,
        start,
        start.plusSeconds(8 * 3600),
        "America/New_York",
        primary,
        secondary,
        new Shift.Origin(null, null));
  }

  @Test
  void a_day_is_as_long_as_it_is_on_the_readers_wall() {
    List<Tick> ticks = lanes.ticks();

    assertThat(ticks).extracting(Tick::label).startsWith("Mon 2").endsWith("Sun 8").hasSize(7);
    assertThat(ticks.get(1).x()).as("24 of 167 hours").isEqualTo("14.37%");
    assertThat(ticks.get(6).x()).as("the last has 23").isEqualTo("86.23%");
  }

  @Test
  void of_a_region_everybody_has_a_lane_and_what_nobody_holds_has_one_below() {
    List<Lane> drawn =
        lanes.ofPeople(
            List.of(
                shift("AMER", 3, KIM, KAI),
                shift("AMER", 4, null, KAI),
                shift("AMER", 5, KAI, null)));

    assertThat(drawn).extracting(Lane::name).containsExactly("Kim Carter", "Kai Tan", "nobody");
    assertThat(drawn.get(1).blocks())
        .extracting(Block::look)
        .containsExactly("second", "second", "shift");
    assertThat(drawn.get(2).blocks())
        .singleElement()
        .extracting(Block::title)
        .isEqualTo("AMER: nobody / Kai Tan, Wed 4 Mar 10:00–18:00");
  }

  @Test
  void over_all_regions_each_has_one_lane() {
    List<Lane> drawn =
        lanes.ofRegions(List.of(shift("EMEA", 3, KIM, null), shift("AMER", 3, null, null)));

    assertThat(drawn).extracting(Lane::name).containsExactly("AMER", "EMEA");
    assertThat(drawn.getFirst().blocks()).extracting(Block::look).containsExactly("empty");
  }
}
