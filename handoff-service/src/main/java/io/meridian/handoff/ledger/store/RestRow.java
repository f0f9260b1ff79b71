package io.meridian.handoff.ledger.store;

import io.meridian.handoff.ledger.domain.Rest;
import java.util.UUID;

/** A rest on its way into the table. */
public record RestRow(UUID escalationId, Rest rest) {

  /** Derived from escalation and start. */
  public UUID id() {
    return Rest.idOf(escalationId, rest.start());
  }
}
