package io.meridian.handoff.ledger.application;

import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.duty.application.HomeStays;
import io.meridian.handoff.duty.application.Rosters;
import io.meridian.handoff.duty.domain.stay.Home;
import io.meridian.handoff.duty.domain.stay.HomeHours;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Writes down what rests, hour by hour: at a boundary no work is done for it. What was open before
 * there were rests is served first.
 */
@ApplicationScoped
public class RestKeeping {
  private final EscalationFollower follower;
  private final Ledger ledger;
  private final Rosters rosters;
  private final HomeStays stays;
  private final HandoffConfig config;

  RestKeeping(
      EscalationFollower follower,
      Ledger ledger,
      Rosters rosters,
      HomeStays stays,
      HandoffConfig config) {
    this.follower = follower;
    this.ledger = ledger;
    this.rosters = rosters;
    this.stays = stays;
    this.config = config;
  }

  /** Serves some of what was open before; whether there may be more. */
  public Uni<Boolean> serveEarlier(UnitOfWork unit) {
    return follower.serveEarlier(unit, config.partMax());
  }

  /**
   * Writes rests down as of an instant, so many at most. Call it before locking any row.
   *
   * @param after the escalation with which the call before ended; empty for the first
   * @return the escalation with which this call ended; empty when all are written down
   */
  public Uni<Optional<UUID>> keep(UnitOfWork unit, Instant asOf, Optional<UUID> after) {
    return ledger
        .restsKept(unit, asOf)
        .chain(kept -> changed(unit, kept, asOf))
        .chain(homes -> ledger.keepRests(unit, asOf, homes, after));
  }

  private Uni<Set<Home>> changed(UnitOfWork unit, Instant kept, Instant asOf) {
    return stays
        .homes(unit)
        .chain(
            homes ->
                Uni.combine()
                    .all()
                    .unis(rosters.between(unit, kept, asOf), stays.since(unit, homes, kept))
                    .with(
                        (roster, decided) ->
                            new HomeHours(roster, config.homePatience(), decided)
                                .changed(homes, kept, asOf)));
  }
}
