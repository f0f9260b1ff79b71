package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IntervalIndexTest {

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void it_finds_what_a_look_at_every_interval_finds(long seed) {
    RandomGenerator random = ClockChanges.random(seed);
    List<Interval> all = Stream.generate(() -> any(random)).limit(random.nextInt(30)).toList();
    IntervalIndex<Interval> index = new IntervalIndex<>(all, Interval::start, Interval::end);
    for (int i = 0; i < 20; i++) {
      Interval window = any(random);
      assertThat(index.intersecting(window.start(), window.end()))
          .containsExactlyInAnyOrderElementsOf(
              all.stream().filter(x -> x.intersects(window.start(), window.end())).toList());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_others_leave_of_an_interval_is_in_it_and_in_none_of_them(long seed) {
    RandomGenerator random = ClockChanges.random(seed);
    Interval interval = any(random);
    List<Interval> others = Stream.generate(() -> any(random)).limit(random.nextInt(5)).toList();
    List<Interval> rest = interval.without(others);
    for (long second = 0; second < 140; second++) {
      Instant from = Instant.ofEpochSecond(second);
      Instant to = from.plusSeconds(1);
      boolean expected =
          interval.intersects(from, to) && others.stream().noneMatch(o -> o.intersects(from, to));
      assertThat(rest.stream().anyMatch(r -> r.intersects(from, to))).isEqualTo(expected);
    }
  }

  private static Interval any(RandomGenerator random) {
    long start = random.nextInt(100);
    long length = random.nextInt(4) == 0 ? 1 + random.nextInt(40) : 1 + random.nextInt(5);
    return new Interval(Instant.ofEpochSecond(start), Instant.ofEpochSecond(start + length));
  }
}
