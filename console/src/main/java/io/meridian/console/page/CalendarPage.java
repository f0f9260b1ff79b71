package io.meridian.console.page;

import io.meridian.console.time.TimeLabel;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.UUID;

/**
 * Who is on when: a month of a region, day by day in the reader's zone.
 *
 * @param answered whether handoff-service did; nothing else is known when it did not
 * @param month in words
 * @param previous address of the month before
 * @param next address of the month after
 * @param regions those of the calendar, to choose from
 * @param days those with a shift
 * @param complete false when there is more than is shown
 * @param tam whether the reader may enter leave of their own
 * @param zone in which days and times are
 */
@CheckedTemplate(basePath = "calendar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record CalendarPage(
    Frame frame,
    boolean answered,
    String month,
    String previous,
    String next,
    List<Choice> regions,
    List<Day> days,
    boolean complete,
    boolean tam,
    String zone)
    implements TemplateInstance {

  /** A region to look at. */
  record Choice(String code, String href, boolean here) {}

  /** A day and its shifts. */
  record Day(String name, boolean today, List<Line> shifts) {}

  /**
   * A shift.
   *
   * @param hours in the region's zone too
   * @param who is on it; empty for nobody
   * @param mine whether the reader is
   */
  record Line(
      UUID id, TimeLabel hours, String who, boolean mine, boolean holiday, boolean changed) {}
}
