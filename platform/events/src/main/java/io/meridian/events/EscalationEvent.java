package io.meridian.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What escalation-service tells. {@code by} is a TAM id, or the name of the integration or system
 * that acted.
 */
public sealed interface EscalationEvent extends Event {

  EscalationState escalation();

  /** A new escalation: somebody must become accountable from {@code openedAt}. */
  record Opened(String by, EscalationState escalation) implements EscalationEvent {}

  record Acknowledged(String by, EscalationState escalation) implements EscalationEvent {}

  /** Something was noted; {@code details} say more than the text, when there is more. */
  record Noted(String by, String text, @Nullable NoteDetails details, EscalationState escalation)
      implements EscalationEvent {}

  record SeverityChanged(
      String by, Severity from, @Nullable String reason, EscalationState escalation)
      implements EscalationEvent {}

  /**
   * It travels from now on, or lives at home, or lives elsewhere.
   *
   * @param from what it had before
   * @param homeRegionBefore where it lived before, or null
   */
  record ServiceHoursChanged(
      String by,
      ServiceHours from,
      @Nullable String homeRegionBefore,
      @Nullable String reason,
      EscalationState escalation)
      implements EscalationEvent {}

  /** Title, description, customer or tags changed; {@code fields} names them. */
  record Updated(String by, List<String> fields, EscalationState escalation)
      implements EscalationEvent {}

  record Resolved(String by, @Nullable String resolution, EscalationState escalation)
      implements EscalationEvent {}

  /** Closed: accountability ends at {@code closedAt}. */
  record Closed(String by, @Nullable String reason, EscalationState escalation)
      implements EscalationEvent {}

  /** Open again. After a close, a new span of accountability begins at {@code openedAt}. */
  record Reopened(String by, @Nullable String reason, EscalationState escalation)
      implements EscalationEvent {}

  @Override
  default String type() {
    return switch (this) {
      case Opened ignored -> "io.meridian.escalation.opened.v1";
      case Acknowledged ignored -> "io.meridian.escalation.acknowledged.v1";
      case Noted ignored -> "io.meridian.escalation.noted.v1";
      case SeverityChanged ignored -> "io.meridian.escalation.severity-changed.v1";
      case ServiceHoursChanged ignored -> "io.meridian.escalation.service-hours-changed.v1";
      case Updated ignored -> "io.meridian.escalation.updated.v1";
      case Resolved ignored -> "io.meridian.escalation.resolved.v1";
      case Closed ignored -> "io.meridian.escalation.closed.v1";
      case Reopened ignored -> "io.meridian.escalation.reopened.v1";
    };
  }

  @Override
  default Topic topic() {
    return Topic.ESCALATIONS;
  }

  @Override
  default String key() {
    return escalation().id().toString();
  }

  @Override
  default long sequence() {
    return escalation().revision();
  }

  @Override
  default Instant time() {
    return escalation().changedAt();
  }

  @Override
  default List<ChangedObject> changed() {
    return ChangedObject.alone("escalation", key(), escalation());
  }
}
