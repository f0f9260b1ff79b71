package io.meridian.handoff.ledger.application;

import io.meridian.handoff.duty.domain.shiftchange.Holder;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.handoff.ledger.domain.Accountability;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which assignments concern the handoffs at once. One in mid-shift does not: its shift change is
 * prepared when it is due, with all others, so most openings need not ask.
 */
final class Readiness {

  private record Seat(String tam, String region, @Nullable String home) {}

  private final DecisionBasis basis;
  private final Instant now;
  private final Map<Seat, Instant> preparedAt = new HashMap<>();

  Readiness(DecisionBasis basis, Instant now) {
    this.basis = basis;
    this.now = now;
  }

  /**
   * Whether the TAM has gone off duty since, or their shift change is being prepared by now.
   *
   * @param home where it lives; null when it follows the sun
   */
  boolean concernsHandoffs(Accountability assigned, @Nullable String home) {
    var seat = new Seat(assigned.tam(), assigned.region(), home);
    boolean onDutySince =
        basis
            .roster()
            .dutyAt(assigned.tam(), now)
            .filter(duty -> duty.covers(assigned.start()))
            .isPresent();
    return !onDutySince || !now.isBefore(preparedAt.computeIfAbsent(seat, this::preparedAt));
  }

  /** When the end of the present duty is prepared; at once when that is not sure. */
  private Instant preparedAt(Seat seat) {
    return seat.home() == null ? preparedAnywhere(seat) : preparedAtHome(seat);
  }

  /** Never when it stays; else it is to be looked at now, and a timer planned for later. */
  private Instant preparedAtHome(Seat seat) {
    var holder = new Holder(seat.tam(), seat.region(), now, List.of(), seat.home());
    return basis.planner().current(holder, now).isPresent() ? Instant.MIN : Instant.MAX;
  }

  private Instant preparedAnywhere(Seat seat) {
    return basis
        .roster()
        .dutyAt(seat.tam(), now)
        .filter(duty -> duty.region().equals(seat.region()))
        .flatMap(duty -> basis.planner().at(seat.tam(), seat.region(), duty.end()))
        .map(ShiftChange::draftAt)
        .orElse(Instant.MIN);
  }
}
