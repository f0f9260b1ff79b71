package io.meridian.events;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** From the CloudEvents {@code type} on the wire to the record that carries it. */
public final class EventType {

  private static final Map<String, Class<? extends Event>> RECORDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("io.meridian.customer.created.v1", CustomerEvent.Created.class),
              Map.entry("io.meridian.customer.updated.v1", CustomerEvent.Updated.class),
              Map.entry("io.meridian.customer.tam-assigned.v1", CustomerEvent.TamAssigned.class),
              Map.entry(
                  "io.meridian.customer.stakeholders-changed.v1",
                  CustomerEvent.StakeholdersChanged.class),
              Map.entry("io.meridian.sla-policy.changed.v1", SlaPolicyEvent.Changed.class),
              Map.entry("io.meridian.escalation.opened.v1", EscalationEvent.Opened.class),
              Map.entry(
                  "io.meridian.escalation.acknowledged.v1", EscalationEvent.Acknowledged.class),
              Map.entry("io.meridian.escalation.noted.v1", EscalationEvent.Noted.class),
              Map.entry(
                  "io.meridian.escalation.severity-changed.v1",
                  EscalationEvent.SeverityChanged.class),
              Map.entry(
                  "io.meridian.escalation.service-hours-changed.v1",
                  EscalationEvent.ServiceHoursChanged.class),
              Map.entry("io.meridian.escalation.updated.v1", EscalationEvent.Updated.class),
              Map.entry("io.meridian.escalation.resolved.v1", EscalationEvent.Resolved.class),
              Map.entry("io.meridian.escalation.closed.v1", EscalationEvent.Closed.class),
              Map.entry("io.meridian.escalation.reopened.v1", EscalationEvent.Reopened.class),
              Map.entry(
                  "io.meridian.accountability.assigned.v1", AccountabilityEvent.Assigned.class),
              Map.entry(
                  "io.meridian.accountability.transferred.v1",
                  AccountabilityEvent.Transferred.class),
              Map.entry("io.meridian.accountability.held.v1", AccountabilityEvent.Held.class),
              Map.entry(
                  "io.meridian.accountability.regime-changed.v1",
                  AccountabilityEvent.RegimeChanged.class),
              Map.entry("io.meridian.accountability.ended.v1", AccountabilityEvent.Ended.class),
              Map.entry("io.meridian.watch.added.v1", WatchEvent.Added.class),
              Map.entry("io.meridian.watch.handed-over.v1", WatchEvent.HandedOver.class),
              Map.entry("io.meridian.watch.confirmed.v1", WatchEvent.Confirmed.class),
              Map.entry("io.meridian.watch.unconfirmed.v1", WatchEvent.Unconfirmed.class),
              Map.entry("io.meridian.watch.withdrawn.v1", WatchEvent.Withdrawn.class),
              Map.entry("io.meridian.watch.escalated.v1", WatchEvent.Escalated.class),
              Map.entry("io.meridian.shift-change.noted.v1", ShiftChangeEvent.Noted.class),
              Map.entry("io.meridian.acknowledgement.raised.v1", AcknowledgementEvent.Raised.class),
              Map.entry(
                  "io.meridian.acknowledgement.overdue.v1", AcknowledgementEvent.Overdue.class),
              Map.entry("io.meridian.accountability.took-effect.v1", EffectEvent.TookEffect.class),
              Map.entry("io.meridian.handoff.drafted.v1", HandoffEvent.Drafted.class),
              Map.entry("io.meridian.handoff.offered.v1", HandoffEvent.Offered.class),
              Map.entry("io.meridian.handoff.accepted.v1", HandoffEvent.Accepted.class),
              Map.entry(
                  "io.meridian.handoff.assigned-by-lead.v1", HandoffEvent.AssignedByLead.class),
              Map.entry("io.meridian.handoff.read-back.v1", HandoffEvent.ReadBack.class),
              Map.entry("io.meridian.handoff.declined.v1", HandoffEvent.Declined.class),
              Map.entry(
                  "io.meridian.handoff.escalated-to-lead.v1", HandoffEvent.EscalatedToLead.class),
              Map.entry(
                  "io.meridian.handoff.waiting-for-coverage.v1",
                  HandoffEvent.WaitingForCoverage.class),
              Map.entry("io.meridian.handoff.cancelled.v1", HandoffEvent.Cancelled.class),
              Map.entry("io.meridian.handoff.briefed.v1", HandoffEvent.Briefed.class),
              Map.entry("io.meridian.handoff.regraded.v1", HandoffEvent.Regraded.class),
              Map.entry("io.meridian.handoff.queried.v1", HandoffEvent.Queried.class),
              Map.entry("io.meridian.handoff.answered.v1", HandoffEvent.Answered.class),
              Map.entry("io.meridian.gap.opened.v1", GapEvent.Opened.class),
              Map.entry("io.meridian.gap.closed.v1", GapEvent.Closed.class),
              Map.entry("io.meridian.gap.voided.v1", GapEvent.Voided.class),
              Map.entry("io.meridian.stay.decided.v1", StayEvent.Decided.class),
              Map.entry("io.meridian.rest.recorded.v1", RestEvent.Recorded.class),
              Map.entry("io.meridian.rest.voided.v1", RestEvent.Voided.class),
              Map.entry("io.meridian.shift.started.v1", ShiftEvent.Started.class),
              Map.entry("io.meridian.shift.changed.v1", ShiftEvent.Changed.class),
              Map.entry("io.meridian.shift.ended.v1", ShiftEvent.Ended.class),
              Map.entry("io.meridian.calendar.applied.v1", CalendarEvent.Applied.class),
              Map.entry("io.meridian.coverage.gaps-made.v1", CoverageEvent.GapsMade.class),
              Map.entry("io.meridian.coverage.gaps-foreseen.v1", CoverageEvent.GapsForeseen.class),
              Map.entry("io.meridian.duty.unreachable.v1", DutyEvent.Unreachable.class),
              Map.entry("io.meridian.api-token.issued.v1", ApiTokenEvent.Issued.class),
              Map.entry("io.meridian.api-token.rotated.v1", ApiTokenEvent.Rotated.class),
              Map.entry("io.meridian.api-token.revoked.v1", ApiTokenEvent.Revoked.class),
              Map.entry("io.meridian.denial.made.v1", DenialEvent.Made.class),
              Map.entry("io.meridian.denial.lifted.v1", DenialEvent.Lifted.class),
              Map.entry("io.meridian.swap.asked.v1", SwapEvent.Asked.class),
              Map.entry("io.meridian.swap.accepted.v1", SwapEvent.Accepted.class),
              Map.entry("io.meridian.swap.declined.v1", SwapEvent.Declined.class),
              Map.entry("io.meridian.swap.expired.v1", SwapEvent.Expired.class),
              Map.entry("io.meridian.swap.cancelled.v1", SwapEvent.Cancelled.class)));

  private EventType() {}

  /** The record for a wire type; empty for a type this version does not know. */
  public static Optional<Class<? extends Event>> recordOf(String type) {
    return Optional.ofNullable(RECORDS.get(type));
  }

  /** Every wire type with its record, in alphabetical order. */
  public static Map<String, Class<? extends Event>> all() {
    return Map.copyOf(RECORDS);
  }
}
