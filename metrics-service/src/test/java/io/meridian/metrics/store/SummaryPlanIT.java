package io.meridian.metrics.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.metrics.domain.GapGrouping;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the planner makes of a summary when the statement is prepared, over many gaps. */
class SummaryPlanIT {

  private static MetricsDatabase database;

  @BeforeAll
  static void seed() {
    database = MetricsDatabase.create("summary_plan");
    database.run("/many-gaps.sql");
    database.execute("select seed_gaps(50000)");
    database.execute("analyze gap, gap_rollup, customer, tam");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource
  void a_summary_scans_neither_the_gaps_nor_the_rollup(GapGrouping grouping) {
    assertThat(database.lines("explain (generic_plan) " + GapSummarySql.of(grouping)))
        .anyMatch(line -> line.contains("gap_rollup_pkey"))
        .anyMatch(line -> line.contains("gap_started"))
        .anyMatch(line -> line.contains("gap_long"))
        .anyMatch(line -> line.contains("gap_open"))
        .noneMatch(line -> line.contains("Seq Scan on gap"));
  }
}
