package io.meridian.metrics.api;

import io.meridian.events.CalendarState;
import io.meridian.events.CancelReason;
import io.meridian.events.CustomerState;
import io.meridian.events.EscalationState;
import io.meridian.events.EscalationStatus;
import io.meridian.events.GapCause;
import io.meridian.events.GapState;
import io.meridian.events.HandoffAttempt;
import io.meridian.events.HandoffState;
import io.meridian.events.HandoffStatus;
import io.meridian.events.Person;
import io.meridian.events.RestCause;
import io.meridian.events.RestState;
import io.meridian.events.Severity;
import io.meridian.events.Tier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Facts as the other services tell them. */
final class Facts {

  static final Person EVA = new Person("tam-eva", "Eva");
  static final Person ANA = new Person("tam-ana", "Ana");

  private static final AtomicInteger YEAR = new AtomicInteger(2100);

  private Facts() {}

  /** A year for one test alone, later than all before: {@code asOf} never goes back. */
  static String nextYear() {
    return Integer.toString(YEAR.getAndIncrement());
  }

  static CustomerState customer(UUID id, String name, long revision) {
    return new CustomerState(
        id, name, Tier.GOLD, "EMEA", null, List.of(), Map.of(), true, revision, Instant.EPOCH);
  }

  static CalendarState calendar(String tam, String name, long revision) {
    return new CalendarState(
        List.of(),
        List.of(new CalendarState.Tam(tam, name, "EMEA", "ACTIVE")),
        revision,
        Instant.EPOCH);
  }

  /** A gap from EMEA to AMER, open when {@code end} is null. */
  static GapState gap(
      UUID id, @Nullable UUID customer, String start, @Nullable String end, long revision) {
    return new GapState(
        id,
        UUID.nameUUIDFromBytes(id.toString().getBytes(StandardCharsets.UTF_8)),
        "ESC-7",
        customer,
        Severity.SEV1,
        Instant.parse(start),
        end == null ? null : Instant.parse(end),
        GapCause.UNACCEPTED_HANDOFF,
        "EMEA",
        "AMER",
        EVA,
        ANA,
        Instant.parse(start).minus(Duration.ofMinutes(30)),
        null,
        revision,
        Instant.parse(start));
  }

  /** The same in a coverage hole that a manager had agreed to. */
  static GapState agreed(GapState gap) {
    return new GapState(
        gap.id(),
        gap.escalationId(),
        gap.escalation(),
        gap.customerId(),
        gap.severity(),
        gap.start(),
        gap.end(),
        gap.cause(),
        gap.fromRegion(),
        gap.toRegion(),
        gap.accountable(),
        gap.asked(),
        gap.askedSince(),
        gap.shiftChangeId(),
        true,
        gap.revision(),
        gap.changedAt());
  }

  /** A rest of an escalation, going on when {@code end} is null. */
  static RestState rest(
      UUID id, UUID escalation, Instant start, @Nullable Instant end, long revision) {
    return new RestState(
        id,
        escalation,
        "ESC-9",
        null,
        Severity.SEV3,
        start,
        end,
        RestCause.HOME_HOURS,
        "EMEA",
        EVA,
        revision,
        start);
  }

  /** The gap that runs from the boundary of a handoff on, open when {@code end} is null. */
  static GapState gapOf(HandoffState handoff, @Nullable Instant end, long revision) {
    return new GapState(
        handoff.id(),
        handoff.escalationId(),
        handoff.escalation(),
        null,
        handoff.severity(),
        handoff.boundary(),
        end,
        GapCause.UNACCEPTED_HANDOFF,
        handoff.fromRegion(),
        handoff.toRegion(),
        handoff.from(),
        handoff.to(),
        handoff.offeredAt(),
        handoff.shiftChangeId(),
        revision,
        handoff.boundary());
  }

  /**
   * A handoff from EMEA to AMER at {@code boundary}: offered half an hour before, declined, offered
   * to somebody else ten minutes later.
   */
  static HandoffState handoff(
      UUID id,
      Instant boundary,
      HandoffStatus status,
      @Nullable Instant acceptedAt,
      long revision) {
    return new HandoffState(
        id,
        UUID.randomUUID(),
        UUID.randomUUID(),
        "ESC-8",
        Severity.SEV2,
        status,
        EVA,
        "EMEA",
        ANA,
        "AMER",
        boundary,
        boundary.minus(Duration.ofMinutes(20)),
        boundary,
        boundary.plus(Duration.ofMinutes(15)),
        acceptedAt,
        status == HandoffStatus.CANCELLED ? CancelReason.SUPERSEDED : null,
        Duration.ZERO,
        List.of(
            attempt(boundary.minus(Duration.ofMinutes(30)), HandoffAttempt.Outcome.DECLINED),
            attempt(boundary.minus(Duration.ofMinutes(20)), HandoffAttempt.Outcome.PENDING)),
        null,
        revision,
        boundary);
  }

  private static HandoffAttempt attempt(Instant at, HandoffAttempt.Outcome outcome) {
    return new HandoffAttempt(EVA, at, outcome, null, null, null);
  }

  /** A SEV3 escalation, in the state its instants say. */
  static EscalationState escalation(
      UUID id,
      Instant openedAt,
      @Nullable Instant acknowledgedAt,
      @Nullable Instant resolvedAt,
      @Nullable Instant closedAt,
      long revision) {
    EscalationStatus status =
        closedAt != null
            ? EscalationStatus.CLOSED
            : resolvedAt != null
                ? EscalationStatus.RESOLVED
                : acknowledgedAt != null ? EscalationStatus.ACKNOWLEDGED : EscalationStatus.OPEN;
    return new EscalationState(
        id,
        "ESC-9",
        "Mail is down",
        Severity.SEV3,
        status,
        null,
        List.of(),
        null,
        openedAt,
        acknowledgedAt,
        resolvedAt,
        closedAt,
        revision,
        openedAt);
  }
}
