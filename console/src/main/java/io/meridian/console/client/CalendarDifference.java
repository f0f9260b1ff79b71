package io.meridian.console.client;

import java.time.Instant;
import java.util.List;

/**
 * What an edit of the calendar would change.
 *
 * @param revision of the calendar that it would be an edit of
 * @param entries what the documents differ in
 * @param gaps the holes that it would make or heal
 * @param newWarnings what it would make hard on people, but forbids nothing
 */
public record CalendarDifference(
    long revision,
    List<Entry> entries,
    ShiftChanges shifts,
    GapChanges gaps,
    List<Warning> newWarnings) {

  /**
   * An entry of the document that is not as it was.
   *
   * @param list in which it is, as the document names it
   * @param change {@code ADDED}, {@code REMOVED} or {@code CHANGED}
   */
  public record Entry(String list, String id, String change) {}

  /** Shifts that would come, go, or be somebody else's. */
  public record ShiftChanges(
      List<Shift> added, List<Shift> removed, List<Reassignment> reassigned) {}

  /** A shift before and after. */
  public record Reassignment(Shift before, Shift after) {}

  /** Holes that would come and go. */
  public record GapChanges(List<Gap> created, List<Gap> healed) {}

  /** A stretch without a primary anywhere. */
  public record Gap(Instant start, Instant end, String cause) {}

  /** Something to think about; the detail says it in words. */
  public record Warning(String kind, String detail) {}
}
