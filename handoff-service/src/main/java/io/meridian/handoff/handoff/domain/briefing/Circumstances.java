package io.meridian.handoff.handoff.domain.briefing;

import io.meridian.events.EscalationStatus;
import io.meridian.events.Severity;
import io.meridian.events.SlaTarget;
import io.meridian.events.Stakeholder;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an escalation besides its timeline, by the customer it is of.
 *
 * @param openedAt start of the present opening
 * @param target what the customer's tier was promised for this severity; null when nothing was
 * @param stakeholders everybody at the customer who wants to be told of any severity
 */
public record Circumstances(
    Instant openedAt,
    Severity severity,
    EscalationStatus status,
    @Nullable SlaTarget target,
    List<Stakeholder> stakeholders) {

  public Circumstances {
    stakeholders = List.copyOf(stakeholders);
  }

  /** Who wants to be told of this severity. */
  Stream<Informed> informed() {
    return stakeholders.stream()
        .filter(one -> one.informedFrom() == null || severity.compareTo(one.informedFrom()) <= 0)
        .map(one -> new Informed(one.name(), one.role(), true));
  }
}
