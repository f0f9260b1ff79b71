package io.meridian.handoff.application.ledger;

import io.meridian.handoff.application.calendar.RosterSource;
import io.meridian.handoff.application.handoff.HandoffConfig;
import io.meridian.handoff.domain.duty.Roster;
import io.meridian.handoff.domain.shiftchange.Terms;
import io.meridian.handoff.store.calendar.CalendarStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Reads the roster wide enough for the ledgers. */
@ApplicationScoped
class Worlds {

  /** How far back the last duty of somebody who is off duty is looked for. */
  private static final Duration BACK = Duration.ofDays(14);

  /** How far ahead the next shift is looked for. */
  private static final Duration AHEAD = Duration.ofDays(14);

  private final CalendarStore calendars;
  private final RosterSource rosters;
  private final Terms terms;

  Worlds(CalendarStore calendars, RosterSource rosters, HandoffConfig config) {
    this.calendars = calendars;
    this.rosters = rosters;
    this.terms = config.terms();
  }

  /** Keeps the calendar as it is to the end of the transaction. Call it before locking anything. */
  Uni<Void> hold(SqlConnection tx) {
    return calendars.hold(tx);
  }

  /** The world from the oldest instant asked about to the newest. */
  Uni<World> around(SqlConnection tx, Instant oldest, Instant newest) {
    return rosters
        .read(tx, oldest.minus(BACK), newest.plus(AHEAD))
        .map(view -> new World(view.inForce(), Roster.of(view.shifts()), terms));
  }
}
