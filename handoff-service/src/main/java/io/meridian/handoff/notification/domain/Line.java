package io.meridian.handoff.notification.domain;

import io.meridian.events.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a message is about, as it was when it happened.
 *
 * @param escalation what people say: {@code ESC-1042}; null when it is about no escalation, or not
 *     known yet
 * @param other the name of the other person concerned, or null
 * @param fromRegion who hands over, or in whose region the gap is; empty when it is about no region
 * @param toRegion who takes over, or null
 * @param at the boundary, the start of the gap, or when accountability begins or the severity rose
 * @param start when the incoming shift starts, or null
 * @param until the deadline, or the end of the gap; null while it is open
 * @param note the words of a decline, a question or an answer, or what a briefing lacks; null
 *     without
 * @param absence why nobody is there; null when it is about no gap
 */
public record Line(
    @Nullable String escalation,
    @Nullable Severity severity,
    @Nullable String other,
    String fromRegion,
    @Nullable String toRegion,
    Instant at,
    @Nullable Instant start,
    @Nullable Instant until,
    @Nullable String note,
    @Nullable Absence absence) {

  /** A line about no gap. */
  public Line(
      @Nullable String escalation,
      @Nullable Severity severity,
      @Nullable String other,
      String fromRegion,
      @Nullable String toRegion,
      Instant at,
      @Nullable Instant start,
      @Nullable Instant until,
      @Nullable String note) {
    this(escalation, severity, other, fromRegion, toRegion, at, start, until, note, null);
  }

  /** The same with what people call the escalation, if that was not known. */
  public Line named(@Nullable String shortId) {
    String name = escalation == null ? shortId : escalation;
    return new Line(name, severity, other, fromRegion, toRegion, at, start, until, note, absence);
  }

  /** The same with other words. */
  public Line noted(@Nullable String words) {
    return new Line(
        escalation, severity, other, fromRegion, toRegion, at, start, until, words, absence);
  }

  /** The same about something that is worse or better by now; as it was when null. */
  public Line graded(@Nullable Severity now) {
    Severity grade = now == null ? severity : now;
    return new Line(
        escalation, grade, other, fromRegion, toRegion, at, start, until, note, absence);
  }

  /** The same with why nobody is there. */
  public Line because(@Nullable Absence why) {
    return new Line(escalation, severity, other, fromRegion, toRegion, at, start, until, note, why);
  }

  /** The deadline, or the end of the gap; the beginning of what has none. */
  Instant end() {
    return until == null ? at : until;
  }

  /** For people: why nobody is there. */
  String why() {
    return absence == null ? "unknown" : absence.inWords();
  }
}
