package io.meridian.handoff.duty.application;

import io.meridian.handoff.calendar.application.RosterSource;
import io.meridian.handoff.duty.store.TenureStore;

/** Rosters over a calendar and tables in memory. */
public final class SimulatedRosters {
  private SimulatedRosters() {}

  public static Rosters rosters(RosterSource source, TenureStore tenures, HandoffConfig config) {
    return new Rosters(source, tenures, config);
  }
}
