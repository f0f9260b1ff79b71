package io.meridian.handoff.simulation;

import io.meridian.events.EscalationEvent;
import io.meridian.events.EscalationState;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One escalation on the {@link Globe}: what escalation-service tells about it. */
final class Case {
  private final Globe globe;
  private EscalationState state;

  private Case(Globe globe, EscalationState state) {
    this.globe = globe;
    this.state = state;
  }

  /**
   * It opens.
   *
   * @param hours those of its severity, or what the customer's tier buys
   * @param home what escalation-service knows of where it lives
   */
  static Case opened(
      Globe globe,
      String words,
      Severity severity,
      ServiceHours hours,
      @Nullable UUID customer,
      @Nullable String home) {
    globe.goTo(words);
    UUID id = globe.newId();
    EscalationState state =
        new EscalationState(
            id,
            "ESC-" + id.getLeastSignificantBits(),
            "down",
            null,
            severity,
            EscalationStatus.OPEN,
            customer,
            List.of(),
            null,
            hours,
            home,
            globe.now(),
            null,
            null,
            null,
            1,
            globe.now());
    globe.hear(new EscalationEvent.Opened("zendesk", state));
    return new Case(globe, state);
  }

  UUID id() {
    return state.id();
  }

  /** Raised or lowered, with the service hours of the new severity. */
  void becomes(String words, Severity severity) {
    EscalationState before = state;
    change(words, severity, state.status(), ServiceHours.of(severity), state.homeRegion());
    globe.hear(new EscalationEvent.SeverityChanged("emma", before.severity(), null, state));
  }

  void resolved(String words) {
    status(words, EscalationStatus.RESOLVED);
    globe.hear(new EscalationEvent.Resolved("emma", null, state));
  }

  /** It was resolved, not closed: its span goes on. */
  void reopened(String words) {
    status(words, EscalationStatus.OPEN);
    globe.hear(new EscalationEvent.Reopened("emma", null, state));
  }

  /** Somebody says, with a reason, that it has other service hours. */
  void served(String words, ServiceHours hours) {
    served(words, hours, state.homeRegion());
  }

  /** Somebody says, with a reason, that it lives elsewhere. */
  void livesIn(String words, String region) {
    served(words, state.hours(), region);
  }

  private void served(String words, ServiceHours hours, @Nullable String home) {
    EscalationState before = state;
    change(words, state.severity(), state.status(), hours, home);
    globe.hear(
        new EscalationEvent.ServiceHoursChanged(
            "emma", before.hours(), before.homeRegion(), "because", state));
  }

  private void status(String words, EscalationStatus status) {
    change(words, state.severity(), status, state.hours(), state.homeRegion());
  }

  private void change(
      String words,
      Severity severity,
      EscalationStatus status,
      ServiceHours hours,
      @Nullable String home) {
    globe.goTo(words);
    Instant now = globe.now();
    state =
        new EscalationState(
            state.id(),
            state.shortId(),
            state.title(),
            null,
            severity,
            status,
            state.customerId(),
            state.tags(),
            null,
            hours,
            home,
            state.openedAt(),
            null,
            status == EscalationStatus.RESOLVED ? now : null,
            null,
            state.revision() + 1,
            now);
  }
}
