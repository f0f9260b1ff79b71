package io.meridian.console.page;

import io.meridian.console.draw.Band.Piece;
import io.meridian.console.time.TimeLabel;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Who is on when: a month as an agenda or as a grid, or a week as lanes, in the reader's zone.
 *
 * @param answered whether handoff-service did; nothing else is known when it did not
 * @param title what is shown, in words
 * @param around addresses of the time before, of today and of the time after
 * @param views the ways of looking, one of them here
 * @param regions those of the calendar, all of them, and the reader's own shifts
 * @param days every day of the month; none for lanes
 * @param empty whether there is no shift at all
 * @param weekdays their names, Monday first
 * @param blanks weekdays before the first of the month
 * @param lanes one a region, or one a person of the region
 * @param ticks the days of the week below the lanes
 * @param complete false when there is more than is shown
 * @param rights what this reader may change
 * @param zone in which days and times are
 */
@CheckedTemplate(basePath = "calendar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record CalendarPage(
    Frame frame,
    boolean answered,
    View view,
    String title,
    Around around,
    List<Choice> views,
    List<Choice> regions,
    List<Day> days,
    boolean empty,
    List<String> weekdays,
    List<Integer> blanks,
    List<Lane> lanes,
    List<Tick> ticks,
    boolean complete,
    Rights rights,
    String zone)
    implements TemplateInstance {

  /** A way of looking. */
  enum View {
    AGENDA,
    MONTH,
    LANES;

    /** The name in addresses: {@code lanes}. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where one goes from here. */
  record Around(String previous, String today, String next) {}

  /** What a reader may change: a TAM their own, a manager everything. */
  record Rights(boolean tam, boolean manager) {}

  /** Something to look at. */
  record Choice(String label, String href, boolean here) {}

  /**
   * A day and its shifts.
   *
   * @param date by which a link leads to it
   * @param name {@code Tue 1}
   * @param agenda the address of its agenda
   */
  record Day(
      String date, String name, int number, boolean today, String agenda, List<Line> shifts) {}

  /**
   * A shift.
   *
   * @param region its code; empty where all are of one
   * @param hours in the region's zone too
   * @param held whether it has a primary
   * @param who is on it; empty for nobody
   * @param mine whether the reader is
   * @param clocks whether the region's clocks change in it
   */
  record Line(
      UUID id,
      String region,
      TimeLabel hours,
      boolean held,
      String who,
      boolean mine,
      boolean holiday,
      boolean changed,
      boolean clocks) {}

  /** A row of the week. */
  record Lane(String name, List<Block> blocks) {}

  /**
   * A shift on a lane.
   *
   * @param look how it is drawn: {@code shift}, {@code second} or {@code empty}
   * @param title who and when, in words
   */
  record Block(UUID id, Piece piece, String look, String title) {}

  /** Where a day begins. */
  record Tick(String x, String middle, String label) {}
}
