package io.meridian.handoff.ledger.application;

import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.duty.domain.routing.Opening.Customer;
import io.meridian.handoff.ledger.store.EscalationRow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where escalations live: a region that the calendar has. */
final class Homes {
  private final InForce calendar;

  Homes(InForce calendar) {
    this.calendar = calendar;
  }

  /** What the escalation or else its customer says; empty when the calendar has no such region. */
  Optional<String> of(EscalationRow row, @Nullable Customer customer) {
    return known(row.homeRegion()).or(() -> known(customer == null ? null : customer.homeRegion()));
  }

  private Optional<String> known(@Nullable String region) {
    return Optional.ofNullable(region).filter(code -> calendar.region(code).isPresent());
  }
}
