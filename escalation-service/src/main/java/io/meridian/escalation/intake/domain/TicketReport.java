package io.meridian.escalation.intake.domain;

import io.meridian.escalation.customer.domain.TermsByCustomer;
import io.meridian.escalation.escalation.domain.Delivery;
import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.escalation.escalation.domain.TicketSnapshot;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ExternalRef;
import io.meridian.events.Severity;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one message of an integration tells of a ticket of another system. What is null was not
 * told: it is as it was, or unknown yet.
 *
 * @param by the integration's name
 * @param ref names the ticket; {@code version} is the sender's update counter, or null
 * @param delivery which message it was
 * @param titleUnlessTold what the escalation is called if it opens and no title was told
 * @param status where the ticket stands in our words
 * @param customerRef what the sender calls the customer
 * @param customerId the customer that it means; null while nobody is known by it
 * @param details further fields whose changes belong on the timeline, by the sender's names
 */
public record TicketReport(
    String by,
    ExternalRef ref,
    Delivery delivery,
    @Nullable String title,
    String titleUnlessTold,
    @Nullable String description,
    Severity severity,
    @Nullable EscalationStatus status,
    @Nullable String customerRef,
    @Nullable UUID customerId,
    Map<String, String> details)
    implements Arrival {

  public TicketReport {
    details = Map.copyOf(details);
  }

  /** The same, now that the customer is known. */
  public TicketReport withCustomer(UUID customer) {
    return new TicketReport(
        by,
        ref,
        delivery,
        title,
        titleUnlessTold,
        description,
        severity,
        status,
        customerRef,
        customer,
        details);
  }

  /** What the ticket has said after this report, which changes only what it tells. */
  TicketSnapshot after(TicketSnapshot before) {
    Map<String, String> all = new HashMap<>(before.details());
    all.putAll(details);
    return new TicketSnapshot(
        delivery,
        title == null ? before.title() : Long.valueOf(TicketSnapshot.digest(title)),
        description == null
            ? before.description()
            : Long.valueOf(TicketSnapshot.digest(description)),
        severity,
        status == null ? before.status() : status,
        customerId == null ? before.customerId() : customerId,
        all);
  }

  @Override
  public boolean isLikelyKnown() {
    return !delivery.order().isLikelyFirst();
  }

  @Override
  public IntakeDecision first(UUID id, long number, TermsByCustomer terms, Instant now) {
    return TicketRule.first(this, id, number, terms, now);
  }

  @Override
  public IntakeDecision next(Escalation known, TermsByCustomer terms, Instant now) {
    return TicketRule.next(known, this, terms, now);
  }
}
