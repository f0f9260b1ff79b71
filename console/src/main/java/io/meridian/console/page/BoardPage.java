package io.meridian.console.page;

import io.meridian.console.client.Severity;
import io.meridian.console.draw.Band.Piece;
import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabel;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Is everything held, now and in the hours around?
 *
 * @param answered whether handoff-service did; nothing else is known when it did not
 * @param clocks what it is in each region
 * @param lanes one a region
 * @param ticks the hours below the lanes
 * @param now where now is, in percent of the width
 * @param candidates whom this reader may assign something to; nobody when they may not assign
 * @param accountable who has what; null when it is not told
 * @param running how many of the gaps go on now
 * @param next the next hole of the calendar; null without one
 */
@CheckedTemplate(basePath = "board", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record BoardPage(
    Frame frame,
    boolean answered,
    List<String> clocks,
    List<Lane> lanes,
    List<Tick> ticks,
    String now,
    List<Change> changes,
    List<Unaccepted> unaccepted,
    List<Candidate> candidates,
    List<Region> regions,
    @Nullable List<Accountable> accountable,
    List<Gap> gaps,
    long running,
    @Nullable Hole next,
    boolean complete)
    implements TemplateInstance {

  /** The shifts of a region, and the gaps that began there. */
  record Lane(String region, List<Shift> shifts, List<Piece> gaps) {}

  /** A shift on a lane, and whether anybody holds it. */
  record Shift(Piece piece, boolean held, String people, String when) {}

  /** An hour below the lanes. */
  record Tick(String x, String label) {}

  /** A shift change, and how many of its handoffs somebody has taken. */
  record Change(
      UUID id,
      String from,
      String to,
      TimeLabel at,
      String who,
      boolean prepared,
      int taken,
      int total) {}

  /** Somebody who is on duty, or will be, and how. */
  record Candidate(String id, String label) {}

  /**
   * What nobody has taken yet.
   *
   * @param state in words; empty while it is offered
   * @param declined who said no, and why
   * @param late whether the time to accept it is over
   */
  record Unaccepted(
      UUID id,
      String escalation,
      Severity severity,
      ForeignText title,
      String from,
      String to,
      String state,
      ForeignText declined,
      TimeLabel acceptBy,
      boolean late) {}

  /** A region now. */
  record Region(
      String code,
      String name,
      String lead,
      List<Duty> duty,
      @Nullable TimeLabel next,
      String nextWho,
      List<Count> open) {}

  /** Somebody on duty. */
  record Duty(String name, String tier, TimeLabel until) {}

  /**
   * Who has how much.
   *
   * @param who by name and region
   */
  record Accountable(String who, List<Count> open) {}

  /** How many of a severity are open. */
  record Count(Severity severity, int count) {}

  /**
   * A stretch in which nobody attends or attended.
   *
   * @param asked who was asked to take it; empty when nobody was
   */
  record Gap(
      String escalation,
      Severity severity,
      ForeignText title,
      TimeLabel start,
      boolean open,
      String lasting,
      String cause,
      String accountable,
      String asked) {}

  /** A hole of the calendar. */
  record Hole(TimeLabel start, String lasting, String cause) {}
}
