package io.meridian.console.draw;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.console.draw.HoleRuns.Hole;
import io.meridian.console.draw.HoleRuns.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoleRunsTest {
  private static final Instant FIRST = Instant.parse("2027-03-14T22:00:00Z");

  private static Hole hole(int day, int hour, int hours, String cause) {
    Instant start = FIRST.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
    return new Hole(start, start.plus(Duration.ofHours(hours)), cause, false);
  }

  @Test
  void equal_holes_on_following_days_are_one_line() {
    List<Hole> holes = new ArrayList<>();
    for (int day = 0; day < 238; day++) {
      holes.add(hole(day, 0, 1, "CLOCK_CHANGE"));
    }

    Run run = HoleRuns.of(holes).getFirst();
    assertThat(HoleRuns.of(holes)).hasSize(1);
    assertThat(run.days()).isEqualTo(238);
    assertThat(run.total()).isEqualTo(Duration.ofHours(238));
    assertThat(run.lastStart()).isEqualTo("2027-11-06T22:00:00Z");
  }

  @Test
  void a_day_without_it_another_length_or_cause_begins_another_line() {
    assertThat(
            HoleRuns.of(
                List.of(
                    hole(0, 0, 1, "CLOCK_CHANGE"),
                    hole(2, 0, 1, "CLOCK_CHANGE"),
                    hole(3, 0, 2, "CLOCK_CHANGE"),
                    hole(4, 0, 2, "HOLIDAY"))))
        .extracting(Run::days)
        .containsExactly(1, 1, 1, 1);
  }

  @Test
  void two_lines_run_side_by_side() {
    List<Hole> holes = new ArrayList<>();
    for (int day = 0; day < 5; day++) {
      holes.add(hole(day, 0, 1, "CLOCK_CHANGE"));
      holes.add(hole(day, 6, 1, "NO_SHIFT"));
    }
    holes.sort(Comparator.comparing(Hole::start));

    assertThat(HoleRuns.of(holes)).extracting(Run::days).containsExactly(5, 5);
  }
}
