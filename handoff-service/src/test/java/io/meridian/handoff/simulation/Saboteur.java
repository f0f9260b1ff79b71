package io.meridian.handoff.simulation;

/** Decides when a planted fault strikes: at each third opportunity. */
final class Saboteur {
  private final Fault planted;
  private int opportunities;

  /**
   * @param planted null for none
   */
  Saboteur(Fault planted) {
    this.planted = planted;
  }

  boolean plants(Fault fault) {
    return planted == fault;
  }

  boolean strikes(Fault fault) {
    return planted == fault && opportunities++ % 3 == 0;
  }
}
