package io.meridian.escalation.application.intake;

import io.meridian.escalation.application.Customers;
import io.meridian.escalation.domain.Arrival;
import io.meridian.escalation.domain.IntakeDecision;
import io.meridian.escalation.domain.Ticket;
import io.meridian.escalation.domain.integration.Integration;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ExternalRef;
import io.meridian.events.Severity;
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
   * A ticket in the sender's words, checked.
   *
   * @param id the sender's key
   * @param version orders the ticket's messages
   * @param customerRef what the sender calls the customer, or null
   * @param details further fields whose changes belong on the timeline
   */
  public record Told(
      String id,
      long version,
      @Nullable String url,
      String title,
      String description,
      Severity severity,
      EscalationStatus status,
      @Nullable String customerRef,
      Map<String, String> details) {}

  /** Takes one message of an integration whose signature was checked; answers after commit. */
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
        .invoke(decision -> meters.count(sender.kind(), decision.outcome()));
  }

  private static Arrival message(Integration sender, Told told, @Nullable UUID customer) {
    var ref = new ExternalRef(sender.system(), told.id, told.version, told.url);
    return new Arrival.TicketMessage(
        sender.name(),
        new Ticket(
            ref,
            told.version,
            told.title,
            told.description,
            told.severity,
            told.status,
            customer,
            told.details));
  }
}
