package io.meridian.handoff.calendar.application.roster;

import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.roster.Roster;
import io.meridian.roster.Standing;
import io.meridian.runtime.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Who is on the calendar in force. */
@ApplicationScoped
public class CalendarRoster implements Roster {
  private final Transactions transactions;
  private final CurrentCalendar current;

  CalendarRoster(Transactions transactions, CurrentCalendar current) {
    this.transactions = transactions;
    this.current = current;
  }

  @Override
  public Uni<Standing> standing(String subject) {
    return transactions.read(current::in).map(inForce -> standing(inForce, subject));
  }

  /** What this calendar says of somebody. */
  public static Standing standing(InForce inForce, String subject) {
    if (inForce.revision() == 0) {
      return Standing.UNQUESTIONED;
    }
    return inForce
        .tam(subject)
        .map(tam -> Standing.of(tam.status().name(), tam.region()))
        .orElse(Standing.STRANGER);
  }
}
