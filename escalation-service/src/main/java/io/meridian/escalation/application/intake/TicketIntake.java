package io.meridian.escalation.application.intake;

import io.meridian.escalation.application.Customers;
import io.meridian.escalation.domain.Arrival;
import io.meridian.escalation.domain.Delivery;
import io.meridian.escalation.domain.IntakeDecision;
import io.meridian.escalation.domain.IntakeOutcome;
import io.meridian.escalation.domain.Order;
import io.meridian.escalation.domain.Ticket;
import io.meridian.escalation.domain.integration.Integration;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ExternalRef;
import io.meridian.events.Severity;
import io.meridian.rest.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes what integrations tell about tickets. */
@ApplicationScoped
public class TicketIntake {
  private final Intake intake;
  private final Customers customers;
  private final IntakeMeters meters;

  TicketIntake(Intake intake, Customers customers, IntakeMeters meters) {
    this.intake = intake;
    this.customers = customers;
    this.meters = meters;
  }

  /**
   * A ticket in the sender's words, checked. What is null was not told.
   *
   * @param id the sender's key
   * @param titleUnlessTold what to call it if it is new and no title was told
   * @param customerRef what the sender calls the customer
   * @param details further fields whose changes belong on the timeline
   * @param shortened the fields of which only the beginning is kept
   */
  public record Told(
      String id,
      Delivery delivery,
      @Nullable String url,
      @Nullable String title,
      String titleUnlessTold,
      @Nullable String description,
      Severity severity,
      @Nullable EscalationStatus status,
      @Nullable String customerRef,
      Map<String, String> details,
      List<String> shortened) {}

  /**
   * Takes one message of an integration whose signature was checked; answers after commit.
   *
   * @throws Problem 409 when it is ordered by another scale than the ticket's earlier messages
   */
  public Uni<IntakeDecision> take(Integration sender, Told told) {
    return told.customerRef == null
        ? take(sender, told, null)
        : customers
            .byRef(
                List.of(sender.system(), sender.name(), sender.kind().wireName()), told.customerRef)
            .chain(customer -> take(sender, told, customer.orElse(null)));
  }

  private Uni<IntakeDecision> take(Integration sender, Told told, @Nullable UUID customer) {
    return intake
        .take(message(sender, told, customer))
        .invoke(decision -> meters.count(sender.kind(), decision.outcome()))
        .invoke(
            decision -> {
              if (decision.outcome() == IntakeOutcome.OTHER_SCALE) {
                throw otherScale(told);
              }
            });
  }

  private static Problem otherScale(Told told) {
    boolean byTime = told.delivery.order() instanceof Order.Time;
    return Problem.conflict(
        "other-scale",
        "Ticket "
            + told.id
            + (byTime
                ? " is ordered by a counter, and this message has only a time"
                : " is ordered by times, and this message has a counter")
            + "; they cannot be compared. Order all messages of a ticket by the same");
  }

  private static Arrival message(Integration sender, Told told, @Nullable UUID customer) {
    Long version = told.delivery.order() instanceof Order.Counter c ? c.count() : null;
    var ref = new ExternalRef(sender.system(), told.id, version, told.url);
    return new Arrival.TicketMessage(
        sender.name(),
        new Ticket(
            ref,
            told.delivery,
            told.title,
            told.titleUnlessTold,
            told.description,
            told.severity,
            told.status,
            customer,
            told.details));
  }
}
