package io.meridian.handoff.ledger.store;

import io.meridian.handoff.ledger.domain.Gap;
import java.util.UUID;

/** A gap on its way into the table. */
public record GapRow(UUID escalationId, Gap gap) {

  /** Derived from escalation and start. */
  public UUID id() {
    return Gap.idOf(escalationId, gap.start());
  }
}
