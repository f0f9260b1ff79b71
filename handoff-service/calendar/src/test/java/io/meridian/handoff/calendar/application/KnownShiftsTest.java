package io.meridian.handoff.calendar.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.handoff.calendar.domain.Calendars;
import io.meridian.handoff.calendar.domain.RosterRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of the weeks around now is what the rules say, whatever was asked before. */
class KnownShiftsTest {
  private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void every_window_is_what_the_rules_say_of_it(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Calendars calendars = Calendars.followTheSun();
    List<RosterRules> rules =
        List.of(
            RosterRules.of(calendars.build()),
            RosterRules.of(calendars.region("LATE", "Asia/Kathmandu").build()),
            RosterRules.of(
                Calendars.followTheSun().staffed("EMEA", "12:00", "13:00", "tam-x").build()));
    KnownShifts known = new KnownShifts();
    for (int i = 0; i < 40; i++) {
      RosterRules asked = rules.get(random.nextInt(10) == 0 ? random.nextInt(3) : 0);
      Instant from = NOON.plus(Duration.ofMinutes(random.nextInt(-50_000, 50_000)));
      int minutesMax = random.nextInt(5) == 0 ? 200_000 : 40_000;
      Instant to = from.plus(Duration.ofMinutes(1 + random.nextInt(minutesMax)));
      assertThat(known.between(asked, from, to))
          .as("[%s, %s)", from, to)
          .isEqualTo(asked.shifts(from, to));
    }
  }
}
