package io.meridian.runtime.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningClockTest {
  private static final Instant REAL = Instant.parse("2026-11-23T10:00:00.123456789Z");
  private static final Instant START = Instant.parse("2026-03-07T00:00:00Z");
  private Instant real = REAL;
  private final InstantSource source = () -> real;

  @Test
  void real_time_is_real_in_milliseconds() {
    DomainClock clock = RunningClock.realTime(source);

    assertThat(clock.instant()).isEqualTo("2026-11-23T10:00:00.123Z");
    assertThat(clock.realDelayUntil(Instant.parse("2026-11-23T10:00:01Z")))
        .isBetween(Duration.ofMillis(876), Duration.ofMillis(877));
  }

  @Test
  void it_reads_start_at_origin_and_runs_at_its_speed_from_there() {
    DomainClock clock = new RunningClock(source, REAL, START, 3_600);
    assertThat(clock.instant()).isEqualTo(START);

    real = REAL.plusSeconds(24);
    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(1)));
    assertThat(clock.realDelayUntil(START.plus(Duration.ofDays(2))))
        .isBetween(Duration.ofSeconds(24), Duration.ofSeconds(24).plusNanos(1));
  }

  @Test
  void it_reads_earlier_than_start_before_origin() {
    real = REAL.minusMillis(1_500);
    assertThat(new RunningClock(source, REAL, START, 2).instant()).isEqualTo(START.minusSeconds(3));
  }

  @Test
  void what_is_past_is_not_waited_for() {
    DomainClock clock = new RunningClock(source, REAL, START, 10);
    assertThat(clock.realDelayUntil(START)).isZero();
    assertThat(clock.realDelayUntil(START.minusSeconds(1))).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void after_the_delay_the_clock_has_reached_the_due_instant_and_not_much_before(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < 1_000; i++) {
      double speed = Math.pow(10, random.nextDouble(-2, 5));
      DomainClock clock = new RunningClock(source, REAL, START, speed);
      real = REAL.plusNanos(random.nextLong(Duration.ofDays(30).toNanos()));
      Instant due = clock.instant().plusMillis(random.nextLong(1, Duration.ofDays(1).toMillis()));
      Duration delay = clock.realDelayUntil(due);

      real = real.plus(delay).plusNanos(1_000);
      assertThat(clock.instant()).as("speed %f, due %s", speed, due).isAfterOrEqualTo(due);
      real = real.minusNanos(1_000_000).minusNanos((long) (2e6 / speed));
      assertThat(clock.instant()).as("speed %f, due %s", speed, due).isBefore(due);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, 1_000_001})
  void an_impossible_speed_is_refused(double speed) {
    assertThatThrownBy(() -> new RunningClock(source, REAL, START, speed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("meridian.clock.speed");
  }

  @Test
  void production_refuses_every_setting_but_real_time() {
    assertThat(ClockProducer.choose(config(null, null, null), true, source).instant())
        .isEqualTo("2026-11-23T10:00:00.123Z");
    for (ClockConfig bent :
        new ClockConfig[] {
          config(START, null, null), config(null, REAL, null), config(null, null, 1.0)
        }) {
      assertThatThrownBy(() -> ClockProducer.choose(bent, true, source))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("real time only");
    }
  }

  @Test
  void elsewhere_start_alone_begins_now_and_speed_alone_runs_from_now() {
    DomainClock fromStart = ClockProducer.choose(config(START, null, null), false, source);
    DomainClock faster = ClockProducer.choose(config(null, null, 60.0), false, source);
    real = REAL.plusSeconds(1);

    assertThat(fromStart.instant()).isEqualTo(START.plusSeconds(1));
    assertThat(faster.instant()).isEqualTo("2026-11-23T10:01:00.123Z");
  }

  @Test
  void the_clock_has_no_zone_but_utc() {
    DomainClock clock = RunningClock.realTime(source);
    assertThat(clock.withZone(ZoneId.of("UTC"))).isSameAs(clock);
    assertThatThrownBy(() -> clock.withZone(ZoneId.of("Asia/Kolkata")))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void a_clock_that_follows_a_source_jumps_with_it() {
    DomainClock clock = new ClockProducer.Following(source);
    assertThat(clock.instant()).isEqualTo("2026-11-23T10:00:00.123Z");
    assertThat(clock.realDelayUntil(REAL.plus(Duration.ofDays(1))))
        .isBetween(Duration.ofMillis(1), Duration.ofMillis(100));

    real = REAL.plus(Duration.ofDays(1));
    assertThat(clock.realDelayUntil(REAL.plus(Duration.ofHours(23)))).isZero();
  }

  private static ClockConfig config(Instant start, Instant origin, Double speed) {
    return new ClockConfig() {
      @Override
      public Optional<Instant> start() {
        return Optional.ofNullable(start);
      }

      @Override
      public Optional<Instant> origin() {
        return Optional.ofNullable(origin);
      }

      @Override
      public OptionalDouble speed() {
        return speed == null ? OptionalDouble.empty() : OptionalDouble.of(speed);
      }
    };
  }
}
