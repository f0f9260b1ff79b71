package io.meridian.metrics.application;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.metrics.domain.GapGrouping;
import io.meridian.metrics.domain.GapReport;
import io.meridian.metrics.domain.GapSums;
import io.meridian.metrics.domain.Window;
import io.meridian.metrics.store.GapRollupStore;
import io.meridian.metrics.store.GapStore;
import io.meridian.metrics.store.GapSummaryStore;
import io.meridian.metrics.store.MetricsDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rollups of a real database against the definition, to the millisecond. */
class GapRollupPropertyIT {

  /** A bucket of nothing but agreed gaps of no length is as good as none. */
  private static final String DIFFERENCES =
      """
      (select * from gap_rollup where gaps <> 0 or millis <> 0 or longest_ms <> 0 or agreed_ms <> 0
        except select * from gap_rollup_recomputed)
      union all
      (select * from gap_rollup_recomputed where gaps <> 0 or millis <> 0 or longest_ms <> 0 or agreed_ms <> 0
        except select * from gap_rollup)
      """;

  private static MetricsDatabase database;

  private final GapProjection projection = new GapProjection(new GapStore(), new GapRollupStore());
  private final GapSummaryStore summaries = new GapSummaryStore();

  @BeforeAll
  static void createDatabase() {
    database = MetricsDatabase.create("gap_rollup_property");
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_summary_equals_the_raw_computation(long seed) {
    database.execute("truncate gap, gap_rollup");
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    GapWorld world = new GapWorld(random);
    for (int batch = 0; batch < 5; batch++) {
      List<GapReport> reports = world.nextBatch();
      database.inTransaction(tx -> projection.apply(tx, reports));
      for (int question = 0; question < 8; question++) {
        GapGrouping grouping = GapGrouping.values()[random.nextInt(GapGrouping.values().length)];
        compare(world, grouping, anyWindow(world, random), world.anyInstant());
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void every_bucket_equals_the_recomputed_one(long seed) {
    database.execute("truncate gap, gap_rollup");
    GapWorld world = new GapWorld(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
    for (int batch = 0; batch < 4; batch++) {
      List<GapReport> reports = world.nextBatch();
      database.inTransaction(tx -> projection.apply(tx, reports));
    }
    assertThat(database.number("select count(*) from gap_rollup where gaps > 0")).isPositive();
    assertThat(database.number("select count(*) from (" + DIFFERENCES + ")")).isZero();
  }

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  private void compare(GapWorld world, GapGrouping grouping, Window window, Instant asOf) {
    Map<String, GapSums> actual =
        database.inTransaction(tx -> summaries.sums(tx, grouping, window, asOf)).stream()
            .collect(toMap(sums -> sums.key() + "|" + sums.second(), identity()));
    assertThat(actual)
        .as("%s in %s as of %s", grouping, window, asOf)
        .isEqualTo(NaiveSummary.of(world.latest(), grouping, window, asOf));
  }

  private static Window anyWindow(GapWorld world, RandomGenerator random) {
    Instant a = world.anyInstant();
    Instant b =
        random.nextInt(4) == 0
            ? a.plusMillis(random.nextLong(Duration.ofHours(3).toMillis()))
            : world.anyInstant();
    return a.isBefore(b) ? new Window(a, b) : new Window(b, a);
  }
}
