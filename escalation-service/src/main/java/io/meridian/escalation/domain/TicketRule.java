package io.meridian.escalation.domain;

import io.meridian.escalation.domain.Decision.Accepted;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ExternalRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a message about a ticket means for the escalation that stands for it. Messages may come
 * late, twice and in any order: the one with the highest version decides.
 */
public final class TicketRule {

  private TicketRule() {}

  /** The first message about a ticket, whatever its version: an escalation opens. */
  public static IntakeDecision first(Ticket ticket, UUID id, long number, String by, Instant now) {
    var content =
        new Content(
            ticket.title(),
            ticket.description(),
            ticket.severity(),
            ticket.customerId(),
            List.of());
    Accepted opened = Escalation.open(id, number, content, ticket.ref(), by, now);
    var kept =
        new Accepted(opened.after().withTicket(ticket.ref(), ticket.snapshot()), opened.events());
    return IntakeDecision.of(
        IntakeOutcome.CREATED, follow(kept, EscalationStatus.OPEN, ticket.status(), by, now));
  }

  /** A further message about a ticket. */
  public static IntakeDecision next(Escalation known, Ticket ticket, String by, Instant now) {
    Long version = known.externalRef() == null ? null : known.externalRef().version();
    if (version != null && ticket.version() <= version) {
      boolean same = ticket.version() == version;
      return new IntakeDecision(
          same ? IntakeOutcome.DUPLICATE : IntakeOutcome.STALE, known, List.of());
    }
    TicketSnapshot before = known.ticket() == null ? TicketSnapshot.of(known) : known.ticket();
    Accepted step = Accepted.nothing(known.withTicket(refOf(known, ticket), ticket.snapshot()));
    boolean closes = ticket.status() == EscalationStatus.CLOSED;
    step = closes ? step : follow(step, before.status(), ticket.status(), by, now);
    step = content(step, before, ticket, by, now);
    step = closes ? follow(step, before.status(), ticket.status(), by, now) : step;
    return IntakeDecision.of(IntakeOutcome.UPDATED, step);
  }

  private static ExternalRef refOf(Escalation known, Ticket ticket) {
    ExternalRef told = ticket.ref();
    ExternalRef kept = known.externalRef();
    return told.url() == null && kept != null
        ? new ExternalRef(told.system(), told.id(), told.version(), kept.url())
        : told;
  }

  private static Accepted content(
      Accepted start, TicketSnapshot before, Ticket ticket, String by, Instant now) {
    Accepted step = start;
    if (ticket.severity() != before.severity()) {
      step = step.then(new Command.ChangeSeverity(by, ticket.severity(), null), now);
    }
    boolean text = TicketSnapshot.digest(ticket.title(), ticket.description()) != before.text();
    boolean customer =
        ticket.customerId() != null && !ticket.customerId().equals(before.customerId());
    if (text || customer) {
      step =
          step.then(
              new Command.Update(
                  by,
                  text ? ticket.title() : null,
                  text ? ticket.description() : null,
                  customer ? Optional.ofNullable(ticket.customerId()) : null,
                  null),
              now);
    }
    if (!ticket.details().equals(before.details())) {
      String changes = changes(before.details(), ticket.details());
      step = step.then(new Command.Note(by, changes), now);
    }
    return step;
  }

  private static String changes(Map<String, String> before, Map<String, String> after) {
    return Stream.concat(before.keySet().stream(), after.keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .filter(name -> !Objects.equals(before.get(name), after.get(name)))
        .map(name -> name + ": " + shown(before.get(name)) + " → " + shown(after.get(name)))
        .collect(Collectors.joining(", "));
  }

  private static String shown(@Nullable String value) {
    return value == null || value.isEmpty() ? "none" : value;
  }

  /** Follows the ticket's own move; a move that our state does not allow changes nothing. */
  private static Accepted follow(
      Accepted step, EscalationStatus from, EscalationStatus to, String by, Instant now) {
    if (from == to) {
      return step;
    }
    EscalationStatus ours = step.after().status();
    boolean finished = ours == EscalationStatus.RESOLVED || ours == EscalationStatus.CLOSED;
    Accepted reopened = finished ? step.then(new Command.Reopen(by, null), now) : step;
    return switch (to) {
      case OPEN -> reopened.then(new Command.Withdraw(by, null), now);
      case ACKNOWLEDGED -> reopened.then(new Command.Acknowledge(by), now);
      case RESOLVED ->
          (from == EscalationStatus.CLOSED ? reopened : step)
              .then(new Command.Resolve(by, null), now);
      case CLOSED -> step.then(new Command.Close(by, null), now);
    };
  }
}
