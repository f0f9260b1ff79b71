package io.meridian.handoff.ledger.domain;

import io.meridian.events.EscalationState;
import io.meridian.events.EscalationStatus;
import io.meridian.events.Severity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Until when somebody is to acknowledge a severe escalation before its region's lead is told.
 *
 * @param within counted from the opening, the reopening, or the instant at which it became severe
 * @param tolerance what is heard of late is given this long at least, from when it was heard of
 */
public record AcknowledgementTerms(Duration within, Duration tolerance) {

  /**
   * What was known of an escalation.
   *
   * @param acknowledgeBy null when nothing was awaited, or the lead has been told
   */
  public record Known(Severity severity, EscalationStatus status, @Nullable Instant acknowledgeBy) {

    private boolean isAwaited() {
      return awaits(severity, status);
    }
  }

  /** Whether it is of severity 1 or 2 and nobody has acknowledged it. */
  public static boolean awaits(Severity severity, EscalationStatus status) {
    return isSevere(severity) && status == EscalationStatus.OPEN;
  }

  /** Severity 1 or 2. */
  public static boolean isSevere(Severity severity) {
    return severity.compareTo(Severity.SEV2) <= 0;
  }

  /** It was less severe, and is of severity 1 or 2 now. */
  public static boolean rises(Severity before, Severity now) {
    return isSevere(now) && now.compareTo(before) < 0;
  }

  /**
   * The deadline after an event; null when nothing is awaited (any more), or the lead has been told
   * and it has not become worse.
   *
   * @param before null when the event is the first of an opening
   * @param heard when this service heard of it
   */
  public @Nullable Instant deadline(@Nullable Known before, EscalationState now, Instant heard) {
    if (!awaits(now.severity(), now.status())) {
      return null;
    }
    if (before != null && before.isAwaited()) {
      boolean again = before.acknowledgeBy() == null && rises(before.severity(), now.severity());
      return again ? from(now.changedAt(), heard) : before.acknowledgeBy();
    }
    return from(before == null ? now.openedAt() : now.changedAt(), heard);
  }

  private Instant from(Instant since, Instant heard) {
    Instant due = since.plus(within);
    Instant earliest = heard.plus(tolerance);
    return due.isBefore(earliest) ? earliest : due;
  }
}
