package io.meridian.handoff.store.ledger;

import io.meridian.handoff.domain.ledger.Gap;
import java.util.UUID;

/**
 * A gap on its way into the table.
 *
 * @param revision after the change; not used for a gap that is added
 */
public record GapRow(UUID escalationId, Gap gap, long revision) {

  /** Derived from escalation and start. */
  public UUID id() {
    return Gap.idOf(escalationId, gap.start());
  }
}
