package io.meridian.escalation.intake.domain;

import io.meridian.escalation.customer.domain.TermsByCustomer;
import io.meridian.escalation.escalation.domain.Command;
import io.meridian.escalation.escalation.domain.Content;
import io.meridian.escalation.escalation.domain.Decision.Accepted;
import io.meridian.escalation.escalation.domain.Delivery;
import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.escalation.escalation.domain.TicketSnapshot;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ExternalRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a message about a ticket means for the escalation that stands for it. Messages may come
 * late, twice and in any order: the one with the highest order decides, and what a message does not
 * tell stays as it was.
 */
public final class TicketRule {

  private TicketRule() {}

  /** The first message about a ticket, whatever its order: an escalation opens. */
  public static IntakeDecision first(
      TicketReport report, UUID id, long number, TermsByCustomer terms, Instant now) {
    String by = report.by();
    String title = report.title();
    String description = report.description();
    var content =
        new Content(
            title == null ? report.titleUnlessTold() : title,
            description == null ? "" : description,
            report.severity(),
            report.customerId(),
            List.of());
    Accepted opened =
        Escalation.open(id, number, content, report.ref(), by, terms.of(report.customerId()), now);
    TicketSnapshot said = report.after(TicketSnapshot.of(opened.after()));
    var kept = new Accepted(opened.after().withTicket(report.ref(), said), opened.events());
    return IntakeDecision.of(
        IntakeOutcome.CREATED, follow(kept, EscalationStatus.OPEN, said.status(), by, terms, now));
  }

  /** A further message about a ticket. */
  public static IntakeDecision next(
      Escalation known, TicketReport report, TermsByCustomer terms, Instant now) {
    String by = report.by();
    TicketSnapshot before = known.ticket() == null ? TicketSnapshot.of(known) : known.ticket();
    IntakeOutcome outcome = outcome(report.delivery(), before.delivery());
    if (outcome != IntakeOutcome.UPDATED) {
      return new IntakeDecision(outcome, known, List.of());
    }
    TicketSnapshot said = report.after(before);
    Accepted step = Accepted.nothing(known.withTicket(refOf(known, report), said));
    boolean closes = said.status() == EscalationStatus.CLOSED;
    step = closes ? step : follow(step, before.status(), said.status(), by, terms, now);
    step = content(step, before, report, by, terms, now);
    step = details(step, before, said, by, terms, now);
    step = closes ? follow(step, before.status(), said.status(), by, terms, now) : step;
    return IntakeDecision.of(outcome, step);
  }

  /**
   * What a message is to an escalation whose ticket was last told by {@code last}. A sender's order
   * may be coarser than its changes, so two messages of equal order are two changes unless they are
   * one delivery; the later arrival counts.
   */
  private static IntakeOutcome outcome(Delivery delivery, @Nullable Delivery last) {
    if (last == null) {
      return IntakeOutcome.UPDATED;
    }
    if (delivery.isRepeatOf(last)) {
      return IntakeOutcome.DUPLICATE;
    }
    OptionalInt compared = delivery.order().comparedWith(last.order());
    if (compared.isEmpty()) {
      return IntakeOutcome.OTHER_SCALE;
    }
    return compared.getAsInt() < 0 ? IntakeOutcome.STALE : IntakeOutcome.UPDATED;
  }

  private static ExternalRef refOf(Escalation known, TicketReport report) {
    ExternalRef told = report.ref();
    ExternalRef kept = known.externalRef();
    return told.url() == null && kept != null
        ? new ExternalRef(told.system(), told.id(), told.version(), kept.url())
        : told;
  }

  private static Accepted content(
      Accepted start,
      TicketSnapshot before,
      TicketReport report,
      String by,
      TermsByCustomer terms,
      Instant now) {
    Accepted step = start;
    if (report.severity() != before.severity()) {
      step = step.then(new Command.ChangeSeverity(by, report.severity(), null), terms, now);
    }
    Content ours = start.after().content();
    String title = changed(before.title(), ours.title(), report.title());
    String description = changed(before.description(), ours.description(), report.description());
    boolean customer =
        report.customerId() != null && !report.customerId().equals(before.customerId());
    return title == null && description == null && !customer
        ? step
        : step.then(
            new Command.Update(
                by,
                title,
                description,
                customer ? Optional.ofNullable(report.customerId()) : null,
                null),
            terms,
            now);
  }

  /**
   * The text if it differs from what the ticket said before; else null.
   *
   * @param before digest of what the ticket said; null if it has said nothing of the kind
   * @param ours what stands here instead
   */
  private static @Nullable String changed(
      @Nullable Long before, String ours, @Nullable String told) {
    long known = before == null ? TicketSnapshot.digest(ours) : before;
    return told == null || TicketSnapshot.digest(told) == known ? null : told;
  }

  private static Accepted details(
      Accepted step,
      TicketSnapshot before,
      TicketSnapshot said,
      String by,
      TermsByCustomer terms,
      Instant now) {
    return said.details().equals(before.details())
        ? step
        : step.then(new Command.Note(by, changes(before.details(), said.details())), terms, now);
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
      Accepted step,
      EscalationStatus from,
      EscalationStatus to,
      String by,
      TermsByCustomer terms,
      Instant now) {
    if (from == to) {
      return step;
    }
    EscalationStatus ours = step.after().status();
    boolean finished = ours == EscalationStatus.RESOLVED || ours == EscalationStatus.CLOSED;
    Accepted reopened = finished ? step.then(new Command.Reopen(by, null), terms, now) : step;
    return switch (to) {
      case OPEN -> reopened.then(new Command.Withdraw(by, null), terms, now);
      case ACKNOWLEDGED -> reopened.then(new Command.Acknowledge(by), terms, now);
      case RESOLVED ->
          (from == EscalationStatus.CLOSED ? reopened : step)
              .then(new Command.Resolve(by, null), terms, now);
      case CLOSED -> step.then(new Command.Close(by, null), terms, now);
    };
  }
}
