package io.meridian.handoff.notification.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.GapCause;
import io.meridian.events.Severity;
import io.meridian.handoff.calendar.domain.CoverageGap;
import io.meridian.handoff.notification.domain.Absence;
import io.meridian.handoff.notification.domain.Line;
import io.meridian.handoff.notification.domain.NotificationKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read is what was written; a cause is kept by its name, where words are kept. */
class StoredLineTest {
  private static final Instant AT = Instant.parse("2026-03-08T07:00:00Z");

  private static Line line(@Nullable String note) {
    return new Line("ESC-1", Severity.SEV1, "Emma", "EMEA", "AMER", AT, null, AT, note);
  }

  private static Line again(NotificationKind kind, Line line) {
    return StoredLine.read(kind, StoredLine.write(line));
  }

  @Test
  void words_stay_words() {
    Line declined = line("on a plane");
    assertThat(again(NotificationKind.DECLINED, declined)).isEqualTo(declined);
    assertThat(again(NotificationKind.DECLINED, line(null))).isEqualTo(line(null));
  }

  @ParameterizedTest
  @EnumSource(GapCause.class)
  void the_cause_of_a_gap_stays_a_cause(GapCause cause) {
    Line gap = line(null).because(new Absence.Gap(cause));
    assertThat(StoredLine.write(gap)).contains("\"note\":\"" + cause + "\"");
    assertThat(again(NotificationKind.GAP_OPENED, gap)).isEqualTo(gap);
    assertThat(again(NotificationKind.GAP_CLOSED, gap)).isEqualTo(gap);
  }

  @ParameterizedTest
  @EnumSource(CoverageGap.Cause.class)
  void the_cause_of_hours_without_anybody_stays_one(CoverageGap.Cause cause) {
    Line hole = line(null).because(new Absence.Hole(cause));
    assertThat(again(NotificationKind.COVERAGE_ALARM, hole)).isEqualTo(hole);
    Line beside = line(null).because(new Absence.Hole(cause, 3));
    assertThat(again(NotificationKind.COVERAGE_ALARM, beside)).isEqualTo(beside);
    String before = StoredLine.write(hole).replace(",\"agreed\":0", "");
    assertThat(before).doesNotContain("agreed");
    assertThat(StoredLine.read(NotificationKind.COVERAGE_ALARM, before)).isEqualTo(hole);
  }
}
