package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import org.junit.jupiter.api.Test;

class WallClockTest {

  @Test
  void starts_and_ends_never_run_backwards_around_any_clock_change_of_any_zone() {
    int changes = 0;
    for (ClockChanges zone : ClockChanges.ALL) {
      for (ZoneOffsetTransition change : zone.transitions()) {
        assertMonotone(zone.zone(), change);
        changes++;
      }
    }
    assertThat(ClockChanges.ALL.size()).isGreaterThan(300);
    assertThat(changes).isGreaterThan(20_000);
  }

  private static void assertMonotone(ZoneId zone, ZoneOffsetTransition change) {
    Duration jump = change.getDuration().abs();
    LocalDateTime first =
        earlier(change.getDateTimeBefore(), change.getDateTimeAfter()).minusSeconds(1);
    LocalDateTime last = first.plus(jump).plusSeconds(2);
    Duration step = jump.dividedBy(6);
    Instant start = WallClock.startOf(first.minusHours(1), zone);
    Instant end = WallClock.endOf(first.minusHours(1), zone);
    for (LocalDateTime wall = first; !wall.isAfter(last); wall = wall.plus(step)) {
      Instant nextStart = WallClock.startOf(wall, zone);
      Instant nextEnd = WallClock.endOf(wall, zone);
      assertThat(nextStart).as("%s %s as start", zone, wall).isAfterOrEqualTo(start);
      assertThat(nextEnd).as("%s %s as end", zone, wall).isAfterOrEqualTo(end);
      assertThat(nextEnd).as("%s %s end and start", zone, wall).isAfterOrEqualTo(nextStart);
      start = nextStart;
      end = nextEnd;
    }
  }

  @Test
  void a_skipped_wall_time_is_the_first_instant_after_the_gap_in_every_zone() {
    for (ClockChanges zone : ClockChanges.ALL) {
      for (ZoneOffsetTransition change : zone.transitions()) {
        LocalDateTime inside =
            earlier(change.getDateTimeBefore(), change.getDateTimeAfter())
                .plus(change.getDuration().abs().dividedBy(2));
        Instant start = WallClock.startOf(inside, zone.zone());
        Instant end = WallClock.endOf(inside, zone.zone());
        Duration between = change.isGap() ? Duration.ZERO : change.getDuration().abs();
        assertThat(Duration.between(start, end))
            .as("%s %s", zone.zone(), inside)
            .isEqualTo(between);
        if (change.isGap()) {
          assertThat(start).isEqualTo(change.getInstant());
        }
      }
    }
  }

  @Test
  void the_time_zone_database_has_a_version() {
    assertThat(WallClock.tzdb()).matches("20\\d\\d[a-z]+");
  }

  private static LocalDateTime earlier(LocalDateTime a, LocalDateTime b) {
    return a.isBefore(b) ? a : b;
  }
}
