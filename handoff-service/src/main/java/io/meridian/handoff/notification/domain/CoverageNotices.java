package io.meridian.handoff.notification.domain;

import io.meridian.events.CoverageForecast;
import io.meridian.handoff.calendar.domain.CoverageGap;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Whom hours without anybody on duty concern: the leads of all regions. */
public final class CoverageNotices {

  private CoverageNotices() {}

  /**
   * What is to be told because of a forecast: its gaps that nobody has agreed to, in one message to
   * each lead.
   *
   * @param leads ids of TAMs
   * @param gather how long the message waits
   */
  public static List<Notice> of(
      CoverageForecast forecast, Collection<String> leads, Duration gather) {
    List<Notice> notices = new ArrayList<>();
    Instant at = forecast.foreseenAt();
    long agreed = Objects.requireNonNullElse(forecast.agreedGaps(), 0L);
    List<CoverageForecast.Gap> gaps =
        forecast.first().stream().filter(gap -> gap.agreed() == null).toList();
    for (String lead : leads) {
      for (CoverageForecast.Gap gap : gaps) {
        String name = forecast.id() + "|" + gap.start();
        UUID subject = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        CoverageGap.Cause cause = CoverageGap.Cause.valueOf(gap.cause());
        Line line =
            new Line(null, null, null, "", null, gap.start(), null, gap.end(), null)
                .because(new Absence.Hole(cause, agreed));
        notices.add(
            new Notice(
                NotificationKind.COVERAGE_ALARM,
                lead,
                forecast.id(),
                subject,
                subject,
                null,
                at,
                at.plus(gather),
                line));
      }
    }
    return notices;
  }
}
