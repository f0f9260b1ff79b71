package io.meridian.handoff.duty.application;

import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.RosterSource;
import io.meridian.handoff.duty.store.StayStore;
import io.meridian.handoff.duty.store.TenureStore;
import io.meridian.handoff.duty.store.timer.TimerStore;
import io.meridian.runtime.outbox.Outbox;
import java.time.Clock;

/** Rosters over a calendar and tables in memory. */
public final class SimulatedRosters {
  private SimulatedRosters() {}

  /** What stays at home, decided over tables in memory. */
  public static HomeStays stays(
      StayStore store,
      CurrentCalendar calendar,
      TimerStore timers,
      Outbox outbox,
      HandoffConfig config,
      Clock clock) {
    return new HomeStays(store, calendar, timers, outbox, config, clock);
  }

  public static Rosters rosters(RosterSource source, TenureStore tenures, HandoffConfig config) {
    return new Rosters(source, tenures, config);
  }
}
