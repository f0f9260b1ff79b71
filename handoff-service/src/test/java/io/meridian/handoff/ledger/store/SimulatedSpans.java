package io.meridian.handoff.ledger.store;

/** A store of ledgers to be read from elsewhere than a database. */
public abstract class SimulatedSpans extends SpanStore {
  protected SimulatedSpans() {
    super(null, null, null);
  }
}
