package io.meridian.handoff.simulation;

import io.meridian.events.EscalationEvent;
import io.meridian.events.EscalationState;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** escalation-service: what it decides about escalations, and what it tells. */
final class Outside {
  private static final List<String> HOMES = List.of("APAC", "EMEA", "AMER", "ANZ", "MARS");

  private final RandomGenerator random;
  private final List<UUID> customers;
  private final Map<UUID, EscalationState> states = new HashMap<>();
  private final List<UUID> ids = new ArrayList<>();

  /** Everything told, in order. */
  final List<EscalationEvent> told = new ArrayList<>();

  Outside(RandomGenerator random, List<UUID> customers) {
    this.random = random;
    this.customers = customers;
  }

  EscalationState opens(Instant at) {
    UUID id = new UUID(random.nextLong(), random.nextLong());
    ids.add(id);
    Severity severity = severity();
    UUID customer =
        customers.isEmpty() || random.nextBoolean()
            ? null
            : customers.get(random.nextInt(customers.size()));
    EscalationState state =
        new EscalationState(
            id,
            "ESC-" + ids.size(),
            "down",
            null,
            severity,
            EscalationStatus.OPEN,
            customer,
            random.nextInt(3) == 0 ? List.of("network") : List.of(),
            null,
            random.nextInt(8) == 0 ? ServiceHours.FOLLOW_THE_SUN : ServiceHours.of(severity),
            customer == null ? null : "EMEA",
            at,
            null,
            null,
            null,
            1,
            at);
    return tell(new EscalationEvent.Opened("zendesk", state));
  }

  /** Something happens to one of them; null when there is none. */
  EscalationState goesOn(Instant at) {
    if (ids.isEmpty()) {
      return null;
    }
    EscalationState now = states.get(ids.get(random.nextInt(ids.size())));
    if (!at.isAfter(now.changedAt())) {
      return null;
    }
    if (now.closedAt() != null) {
      return random.nextInt(3) > 0
          ? null
          : tell(new EscalationEvent.Reopened("emma", null, reopened(now, at, at)));
    }
    if (now.status() == EscalationStatus.RESOLVED) {
      return random.nextBoolean()
          ? tell(new EscalationEvent.Reopened("emma", null, reopened(now, now.openedAt(), at)))
          : tell(new EscalationEvent.Closed("emma", null, closed(now, at)));
    }
    if (now.status() == EscalationStatus.OPEN && random.nextInt(4) == 0) {
      return tell(
          new EscalationEvent.Acknowledged("emma", with(now, EscalationStatus.ACKNOWLEDGED, at)));
    }
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> regraded(now, severity(), at);
      case 3 -> served(now, at);
      case 4, 5 ->
          tell(
              new EscalationEvent.Resolved("emma", null, with(now, EscalationStatus.RESOLVED, at)));
      default -> tell(new EscalationEvent.Closed("emma", null, closed(now, at)));
    };
  }

  private EscalationState regraded(EscalationState now, Severity severity, Instant at) {
    return tell(
        new EscalationEvent.SeverityChanged(
            "emma",
            now.severity(),
            null,
            changed(
                now,
                now.status(),
                severity,
                ServiceHours.of(severity),
                now.homeRegion(),
                now.openedAt(),
                null,
                at)));
  }

  private EscalationState served(EscalationState now, Instant at) {
    ServiceHours other =
        now.hours() == ServiceHours.HOME_REGION
            ? ServiceHours.FOLLOW_THE_SUN
            : ServiceHours.HOME_REGION;
    String home = HOMES.get(random.nextInt(HOMES.size()));
    boolean moves = random.nextInt(3) == 0;
    return tell(
        new EscalationEvent.ServiceHoursChanged(
            "emma",
            now.hours(),
            now.homeRegion(),
            null,
            changed(
                now,
                now.status(),
                now.severity(),
                moves ? now.hours() : other,
                moves ? home : now.homeRegion(),
                now.openedAt(),
                null,
                at)));
  }

  /** One of the escalations, or null. */
  UUID any() {
    return ids.isEmpty() ? null : ids.get(random.nextInt(ids.size()));
  }

  private Severity severity() {
    return Severity.values()[random.nextInt(Severity.values().length)];
  }

  private EscalationState tell(EscalationEvent event) {
    told.add(event);
    states.put(event.escalation().id(), event.escalation());
    return event.escalation();
  }

  private static EscalationState reopened(EscalationState s, Instant openedAt, Instant at) {
    return changed(
        s, EscalationStatus.OPEN, s.severity(), s.hours(), s.homeRegion(), openedAt, null, at);
  }

  private static EscalationState closed(EscalationState s, Instant at) {
    return changed(
        s, EscalationStatus.CLOSED, s.severity(), s.hours(), s.homeRegion(), s.openedAt(), at, at);
  }

  private static EscalationState with(EscalationState s, EscalationStatus status, Instant at) {
    return changed(s, status, s.severity(), s.hours(), s.homeRegion(), s.openedAt(), null, at);
  }

  private static EscalationState changed(
      EscalationState s,
      EscalationStatus status,
      Severity severity,
      ServiceHours hours,
      String home,
      Instant openedAt,
      Instant closedAt,
      Instant at) {
    return new EscalationState(
        s.id(),
        s.shortId(),
        s.title(),
        null,
        severity,
        status,
        s.customerId(),
        s.tags(),
        null,
        hours,
        home,
        openedAt,
        null,
        status == EscalationStatus.RESOLVED ? at : closedAt,
        closedAt,
        s.revision() + 1,
        at);
  }
}
