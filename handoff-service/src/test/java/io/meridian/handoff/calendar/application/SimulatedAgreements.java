package io.meridian.handoff.calendar.application;

/** Agreements to be read from elsewhere than a database. */
public abstract class SimulatedAgreements extends AgreementReader {
  protected SimulatedAgreements() {
    super(null);
  }
}
