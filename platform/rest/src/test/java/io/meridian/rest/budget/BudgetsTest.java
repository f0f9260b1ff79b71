package io.meridian.rest.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BudgetsTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Budgets budgets =
      new Budgets(
          config(
              Map.of(
                  "meridian.rate.intake.per-second", "10",
                  "meridian.rate.intake.burst", "3",
                  "meridian.rate.query.per-second", "1",
                  "meridian.rate.query.burst", "1")),
          new TimeMeter() {
            @Override
            public long currentTimeNanos() {
              return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
              return false;
            }
          });

  @Test
  void after_the_burst_a_caller_waits_for_the_next_refill() {
    for (int i = 0; i < 3; i++) {
      assertThat(budgets.spend(Budget.INTAKE, "a")).isEmpty();
    }
    assertThat(budgets.spend(Budget.INTAKE, "a")).contains(Duration.ofMillis(100));

    nanos.addAndGet(Duration.ofMillis(99).toNanos());
    assertThat(budgets.spend(Budget.INTAKE, "a")).contains(Duration.ofMillis(1));
    nanos.addAndGet(Duration.ofMillis(1).toNanos());
    assertThat(budgets.spend(Budget.INTAKE, "a")).isEmpty();
    assertThat(budgets.spend(Budget.INTAKE, "a")).isNotEmpty();
  }

  @Test
  void a_rest_fills_the_bucket_and_no_more() {
    nanos.addAndGet(Duration.ofDays(1).toNanos());
    for (int i = 0; i < 3; i++) {
      assertThat(budgets.spend(Budget.INTAKE, "a")).isEmpty();
    }
    assertThat(budgets.spend(Budget.INTAKE, "a")).isNotEmpty();
  }

  @Test
  void callers_and_budgets_are_apart() {
    assertThat(budgets.spend(Budget.QUERY, "a")).isEmpty();
    assertThat(budgets.spend(Budget.QUERY, "a")).isNotEmpty();
    assertThat(budgets.spend(Budget.QUERY, "b")).isEmpty();
    assertThat(budgets.spend(Budget.INTAKE, "a")).isEmpty();
  }

  @Test
  void in_production_a_caller_may_bring_500_and_ask_100_times_a_second() {
    BudgetConfig config = config(Map.of());

    assertThat(config.intake().perSecond()).isEqualTo(500);
    assertThat(config.intake().burst()).isEqualTo(1_000);
    assertThat(config.query().perSecond()).isEqualTo(100);
    assertThat(config.query().burst()).isEqualTo(300);
  }

  private static BudgetConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withMapping(BudgetConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(BudgetConfig.class);
  }
}
