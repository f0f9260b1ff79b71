package io.meridian.handoff.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.CoverageForecast;
import io.meridian.handoff.calendar.domain.CoverageGap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What leads are told of hours without anybody on duty. */
class CoverageNoticesTest {

  private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

  @Test
  void what_is_agreed_to_is_counted_and_not_listed() {
    List<Notice> notices = told(2L, gap(1, null), gap(2, new UUID(0, 1)), gap(3, new UUID(0, 1)));
    assertThat(notices)
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.line().at()).isEqualTo(AT.plus(Duration.ofDays(1)));
              assertThat(notice.line().absence())
                  .isEqualTo(new Absence.Hole(CoverageGap.Cause.NO_SHIFT, 2));
            });
  }

  @Test
  void a_forecast_of_before_agreements_is_told_as_it_was() {
    assertThat(told(null, gap(1, null), gap(2, null)))
        .extracting(notice -> notice.line().absence())
        .containsOnly(new Absence.Hole(CoverageGap.Cause.NO_SHIFT));
  }

  private static List<Notice> told(@Nullable Long agreed, CoverageForecast.Gap... gaps) {
    CoverageForecast forecast =
        new CoverageForecast(
            new UUID(1, 1),
            1,
            AT,
            AT.plus(Duration.ofDays(90)),
            gaps.length,
            Duration.ofHours(gaps.length),
            agreed,
            agreed == null ? null : Duration.ofHours(agreed),
            List.of(gaps),
            AT);
    return CoverageNotices.of(forecast, List.of("tam-lead"), Duration.ofMinutes(1));
  }

  private static CoverageForecast.Gap gap(int day, @Nullable UUID agreed) {
    Instant start = AT.plus(Duration.ofDays(day));
    return new CoverageForecast.Gap(start, start.plusSeconds(3600), "NO_SHIFT", agreed);
  }
}
