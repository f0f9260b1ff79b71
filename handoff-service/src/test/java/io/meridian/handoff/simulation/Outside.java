package io.meridian.handoff.simulation;

import io.meridian.events.EscalationEvent;
import io.meridian.events.EscalationState;
import io.meridian.events.EscalationStatus;
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
    EscalationState state =
        new EscalationState(
            id,
            "ESC-" + ids.size(),
            "down",
            severity(),
            EscalationStatus.OPEN,
            customers.isEmpty() || random.nextBoolean()
                ? null
                : customers.get(random.nextInt(customers.size())),
            random.nextInt(3) == 0 ? List.of("network") : List.of(),
            null,
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
          : tell(
              new EscalationEvent.Reopened(
                  "emma", null, with(now, EscalationStatus.OPEN, now.severity(), at, null, at)));
    }
    if (now.status() == EscalationStatus.OPEN && random.nextInt(4) == 0) {
      return tell(
          new EscalationEvent.Acknowledged(
              "emma",
              with(now, EscalationStatus.ACKNOWLEDGED, now.severity(), now.openedAt(), null, at)));
    }
    if (random.nextInt(3) == 0) {
      return tell(
          new EscalationEvent.SeverityChanged(
              "emma",
              now.severity(),
              null,
              with(now, now.status(), severity(), now.openedAt(), null, at)));
    }
    return tell(
        new EscalationEvent.Closed(
            "emma",
            null,
            with(now, EscalationStatus.CLOSED, now.severity(), now.openedAt(), at, at)));
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

  private static EscalationState with(
      EscalationState s,
      EscalationStatus status,
      Severity severity,
      Instant openedAt,
      Instant closedAt,
      Instant at) {
    return new EscalationState(
        s.id(),
        s.shortId(),
        s.title(),
        severity,
        status,
        s.customerId(),
        s.tags(),
        null,
        openedAt,
        null,
        closedAt,
        closedAt,
        s.revision() + 1,
        at);
  }
}
