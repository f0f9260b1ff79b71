package io.meridian.escalation.escalation.store;

import io.meridian.audit.act.Act;
import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.events.EscalationEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change to be saved, if the escalation still is as it was.
 *
 * @param before what the decision was made on; null for an escalation that opens
 * @param events the facts from {@code before} to {@code after}; empty when only the ticket's
 *     version moved
 * @param steps who asked for it, and what each made of it, in order: one or more
 */
public record EscalationChange(
    @Nullable Escalation before, Escalation after, List<EscalationEvent> events, List<Step> steps) {

  /** What one act made of it. */
  public record Step(Act act, Escalation after) {}

  public EscalationChange {
    events = List.copyOf(events);
    steps = List.copyOf(steps);
  }

  /** The W3C trace of the request that asked for it first, or null. */
  @Nullable String traceparent() {
    return steps.getFirst().act().traceparent();
  }
}
