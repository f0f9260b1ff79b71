package io.meridian.handoff.store.ledger;

/** A store of ledgers to be read from elsewhere than a database. */
public abstract class SimulatedSpans extends SpanStore {
  protected SimulatedSpans() {
    super(null);
  }
}
