package io.meridian.handoff.notification.domain;

import io.meridian.events.EscalationStatus;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Due;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an escalation stands when a message about it is sent.
 *
 * @param customer their name, or null when it is of none that is known
 * @param acknowledgeBy when the lead is told that nobody has acknowledged; null when they are not,
 *     or were
 * @param next what the customer was promised next; null when nothing was
 */
public record Standing(
    String title,
    EscalationStatus status,
    @Nullable String customer,
    @Nullable Instant acknowledgeBy,
    @Nullable Due next) {

  /** The same with what is due next. */
  public Standing due(@Nullable Due promised) {
    return new Standing(title, status, customer, acknowledgeBy, promised);
  }

  /** Nobody has acknowledged it. */
  public boolean isUnanswered() {
    return status == EscalationStatus.OPEN;
  }
}
