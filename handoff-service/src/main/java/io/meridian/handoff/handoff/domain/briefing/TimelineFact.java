package io.meridian.handoff.handoff.domain.briefing;

import io.meridian.events.EscalationEvent;
import io.meridian.events.ExternalRef;
import io.meridian.events.NoteDetails;
import io.meridian.events.NoteKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact on an escalation's timeline, as far as briefings care.
 *
 * @param revision the escalation's revision after it
 * @param by a TAM id or the name of an integration
 * @param text what was said: the note, the resolution, the reason; or null
 * @param details what a note says besides its text, or null
 */
public record TimelineFact(
    UUID escalationId,
    long revision,
    Instant at,
    String by,
    Kind kind,
    @Nullable String text,
    @Nullable NoteDetails details) {

  /** What happened. */
  public enum Kind {
    OPENED,
    ACKNOWLEDGED,
    NOTED,
    SEVERITY_CHANGED,
    RESOLVED,
    CLOSED,
    REOPENED
  }

  /** The fact an event tells; empty for what briefings take from the escalation itself. */
  public static Optional<TimelineFact> of(EscalationEvent event) {
    return switch (event) {
      case EscalationEvent.Opened e -> ticket(e);
      case EscalationEvent.ServiceHoursChanged ignored -> Optional.empty();
      case EscalationEvent.Updated ignored -> Optional.empty();
      case EscalationEvent.Acknowledged e -> fact(e, e.by(), Kind.ACKNOWLEDGED, null, null);
      case EscalationEvent.Noted e -> fact(e, e.by(), Kind.NOTED, e.text(), e.details());
      case EscalationEvent.SeverityChanged e ->
          fact(e, e.by(), Kind.SEVERITY_CHANGED, e.reason(), null);
      case EscalationEvent.Resolved e -> fact(e, e.by(), Kind.RESOLVED, e.resolution(), null);
      case EscalationEvent.Closed e -> fact(e, e.by(), Kind.CLOSED, e.reason(), null);
      case EscalationEvent.Reopened e -> fact(e, e.by(), Kind.REOPENED, e.reason(), null);
    };
  }

  /** Where the ticket is to be read, if it has an address. */
  private static Optional<TimelineFact> ticket(EscalationEvent.Opened event) {
    ExternalRef ref = event.escalation().externalRef();
    return ref == null || ref.url() == null
        ? Optional.empty()
        : fact(
            event,
            event.by(),
            Kind.OPENED,
            ref.url(),
            new NoteDetails(NoteKind.LINK, null, null, null, null));
  }

  private static Optional<TimelineFact> fact(
      EscalationEvent event,
      String by,
      Kind kind,
      @Nullable String text,
      @Nullable NoteDetails details) {
    return Optional.of(
        new TimelineFact(
            event.escalation().id(), event.sequence(), event.time(), by, kind, text, details));
  }
}
