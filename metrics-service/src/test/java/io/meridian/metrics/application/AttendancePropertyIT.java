package io.meridian.metrics.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.EscalationState;
import io.meridian.metrics.domain.AttendanceGrouping;
import io.meridian.metrics.domain.AttendanceSums;
import io.meridian.metrics.domain.GapReport;
import io.meridian.metrics.domain.RestReport;
import io.meridian.metrics.domain.Window;
import io.meridian.metrics.store.AttendanceStore;
import io.meridian.metrics.store.GapRollupStore;
import io.meridian.metrics.store.GapStore;
import io.meridian.metrics.store.MetricsDatabase;
import io.meridian.metrics.store.OpeningStore;
import io.meridian.metrics.store.RestStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How open time was spent, in a real database, against the definition, to the millisecond. */
class AttendancePropertyIT {

  private static MetricsDatabase database;

  private final GapProjection gaps = new GapProjection(new GapStore(), new GapRollupStore());
  private final RestProjection rests = new RestProjection(new RestStore());
  private final EscalationProjection openings = new EscalationProjection(new OpeningStore());
  private final AttendanceStore attendance = new AttendanceStore();

  @BeforeAll
  static void createDatabase() {
    database = MetricsDatabase.create("attendance_property");
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_was_told_in_any_order_and_often_sums_to_the_open_time(long seed) {
    database.execute("truncate gap, gap_rollup, rest, opening");
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    AttendanceWorld world = new AttendanceWorld(random);
    for (List<GapReport> batch : world.gapReports()) {
      database.inTransaction(tx -> gaps.apply(tx, batch));
    }
    for (List<RestReport> batch : world.restReports()) {
      database.inTransaction(tx -> rests.apply(tx, batch));
    }
    for (List<EscalationState> batch : world.escalations()) {
      database.inTransaction(tx -> openings.apply(tx, batch));
    }
    for (AttendanceGrouping grouping : AttendanceGrouping.values()) {
      Window window = world.anyWindow();
      Instant asOf = world.anyAsOf();
      Map<String, AttendanceSums> actual = new HashMap<>();
      database
          .inTransaction(tx -> attendance.sums(tx, grouping, window, asOf))
          .forEach(sums -> actual.put(sums.key(), sums));
      assertThat(actual)
          .as("%s in %s as of %s", grouping, window, asOf)
          .isEqualTo(world.sums(grouping, window, asOf));
      if (grouping.tellsOpen()) {
        AttendanceSums all =
            actual.values().stream().reduce(AttendanceSums.none(), AttendanceSums::plus);
        assertThat(all.attendedMillis()).isEqualTo(world.attended(window, asOf));
      }
    }
  }
}
