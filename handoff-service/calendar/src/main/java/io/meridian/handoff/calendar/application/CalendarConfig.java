package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.domain.DutyLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a roster should keep, and when it alarms. */
@ConfigMapping(prefix = "meridian.calendar")
public interface CalendarConfig {

  /** Least time between two duties of one TAM. */
  @WithDefault("PT11H")
  Duration restMinimum();

  /** Most duty of one TAM in a week. */
  @WithDefault("PT48H")
  Duration weekMaximum();

  /** Coverage gaps shorter than this alarm nobody. */
  @WithDefault("PT5S")
  Duration gapTolerance();

  /** A change that makes a gap this near alarms at once; later ones wait for the weekly alarm. */
  @WithDefault("P14D")
  Duration alarmAhead();

  /** How far ahead the weekly alarm looks. */
  @WithDefault("P90D")
  Duration weeklyAhead();

  /** The limits that rosters are judged by. */
  default DutyLimits limits() {
    return new DutyLimits(restMinimum(), weekMaximum(), gapTolerance());
  }
}
