package io.meridian.escalation.intake.application;

import io.meridian.escalation.customer.application.Customers;
import io.meridian.escalation.escalation.domain.Order;
import io.meridian.escalation.intake.domain.IntakeDecision;
import io.meridian.escalation.intake.domain.IntakeOutcome;
import io.meridian.escalation.intake.domain.TicketReport;
import io.meridian.escalation.integration.domain.Integration;
import io.meridian.rest.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

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
   * Takes one message of an integration whose signature was checked; answers after commit.
   *
   * @throws Problem 409 when it is ordered by another scale than the ticket's earlier messages
   */
  public Uni<IntakeDecision> take(Integration sender, TicketReport report) {
    return report.customerRef() == null
        ? decision(sender, report)
        : customers
            .byRef(
                List.of(sender.system(), sender.name(), sender.kind().wireName()),
                report.customerRef())
            .map(customer -> customer.map(report::withCustomer).orElse(report))
            .chain(known -> decision(sender, known));
  }

  private Uni<IntakeDecision> decision(Integration sender, TicketReport report) {
    return intake
        .take(report)
        .invoke(decision -> meters.count(sender.kind(), decision.outcome()))
        .invoke(
            decision -> {
              if (decision.outcome() == IntakeOutcome.OTHER_SCALE) {
                throw otherScale(report);
              }
            });
  }

  private static Problem otherScale(TicketReport report) {
    boolean byTime = report.delivery().order() instanceof Order.Time;
    return Problem.conflict(
        "other-scale",
        "Ticket "
            + report.ref().id()
            + (byTime
                ? " is ordered by a counter, and this message has only a time"
                : " is ordered by times, and this message has a counter")
            + "; they cannot be compared. Order all messages of a ticket by the same");
  }
}
