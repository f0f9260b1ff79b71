package io.meridian.escalation.intake.api;

import io.meridian.escalation.intake.domain.TicketReport;
import io.meridian.escalation.integration.domain.Integration;
import java.util.List;

/** A ticket in the words of one kind of sender: each kind has a class of its own. */
interface ForeignTicket {

  /**
   * The ticket in our words; all that was read is checked.
   *
   * @param deliveryId the same however often it is delivered
   * @throws io.meridian.rest.problem.Problem 400 with all that is wrong
   */
  TicketReport report(Integration sender, String deliveryId);

  /** The fields of which only the beginning was kept. */
  List<String> shortened();
}
