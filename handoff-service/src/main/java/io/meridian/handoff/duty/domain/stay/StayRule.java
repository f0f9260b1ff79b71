package io.meridian.handoff.duty.domain.stay;

import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.duty.domain.Roster;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether what a TAM has at home stays theirs when they go off duty (domain.md section 3): it does
 * when they are back on a shift of the region before its next other holder has been there for the
 * home patience. Pure.
 */
public final class StayRule {

  private final Roster roster;
  private final Duration patience;

  /**
   * @param roster from the instants asked about to well after them
   * @param patience how much later than somebody else the TAM may be back
   */
  public StayRule(Roster roster, Duration patience) {
    this.roster = roster;
    this.patience = patience;
  }

  /**
   * When a TAM who is off duty from an instant on is back, if what they have stays theirs until
   * then; empty when it is handed over to the next other holder.
   */
  public Optional<Instant> back(Home home, Instant offDuty) {
    Instant deadline = othersAreThere(home, offDuty) ? offDuty.plus(patience) : Instant.MAX;
    for (Shift shift : roster.startingAfter(offDuty)) {
      if (!shift.start().isBefore(deadline)) {
        return Optional.empty();
      }
      if (shift.region().equals(home.region())) {
        if (shift.onDuty(home.tam())) {
          return Optional.of(shift.start());
        }
        if (shift.isHeld() && deadline.equals(Instant.MAX)) {
          deadline = shift.start().plus(patience);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether somebody else is on duty in the home region at the instant. */
  public boolean othersAreThere(Home home, Instant at) {
    return roster.covering(at).stream().anyMatch(shift -> isOthers(shift, home));
  }

  private static boolean isOthers(Shift shift, Home home) {
    return shift.region().equals(home.region()) && shift.isHeld() && !shift.onDuty(home.tam());
  }
}
