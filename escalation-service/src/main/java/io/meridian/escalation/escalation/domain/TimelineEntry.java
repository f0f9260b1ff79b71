package io.meridian.escalation.escalation.domain;

import io.meridian.events.EscalationEvent;
import io.meridian.events.NoteDetails;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fact on the timeline: who, when, what.
 *
 * @param revision the escalation's revision after it
 * @param by a TAM id, or the name of an integration
 * @param text what was said: the note, the resolution, the reason
 * @param from what was before, for a change of severity or of service hours
 * @param to what is now: the severity, the service hours with the home region, or the names of the
 *     fields that changed, separated by commas
 * @param details what a note says besides its text, or null
 */
public record TimelineEntry(
    long revision,
    Instant at,
    String by,
    Kind kind,
    @Nullable String text,
    @Nullable String from,
    @Nullable String to,
    @Nullable NoteDetails details) {

  /** What happened. */
  public enum Kind {
    OPENED,
    ACKNOWLEDGED,
    NOTED,
    SEVERITY_CHANGED,
    SERVICE_HOURS_CHANGED,
    UPDATED,
    RESOLVED,
    CLOSED,
    REOPENED
  }

  /** The entry that a fact leaves on the timeline. */
  public static TimelineEntry of(EscalationEvent event) {
    return switch (event) {
      case EscalationEvent.Opened e -> entry(e, e.by(), Kind.OPENED, null, null, null);
      case EscalationEvent.Acknowledged e -> entry(e, e.by(), Kind.ACKNOWLEDGED, null, null, null);
      case EscalationEvent.Noted e -> noted(e);
      case EscalationEvent.SeverityChanged e ->
          entry(
              e,
              e.by(),
              Kind.SEVERITY_CHANGED,
              e.reason(),
              e.from().name(),
              e.escalation().severity().name());
      case EscalationEvent.ServiceHoursChanged e ->
          entry(
              e,
              e.by(),
              Kind.SERVICE_HOURS_CHANGED,
              e.reason(),
              Regime.words(e.from(), e.homeRegionBefore()),
              Regime.words(e.escalation().hours(), e.escalation().homeRegion()));
      case EscalationEvent.Updated e ->
          entry(e, e.by(), Kind.UPDATED, null, null, String.join(",", e.fields()));
      case EscalationEvent.Resolved e ->
          entry(e, e.by(), Kind.RESOLVED, e.resolution(), null, null);
      case EscalationEvent.Closed e -> entry(e, e.by(), Kind.CLOSED, e.reason(), null, null);
      case EscalationEvent.Reopened e -> entry(e, e.by(), Kind.REOPENED, e.reason(), null, null);
    };
  }

  private static TimelineEntry noted(EscalationEvent.Noted e) {
    return new TimelineEntry(
        e.sequence(), e.time(), e.by(), Kind.NOTED, e.text(), null, null, e.details());
  }

  private static TimelineEntry entry(
      EscalationEvent event,
      String by,
      Kind kind,
      @Nullable String text,
      @Nullable String from,
      @Nullable String to) {
    return new TimelineEntry(event.sequence(), event.time(), by, kind, text, from, to, null);
  }
}
