package io.meridian.handoff.application.handoff;

import io.meridian.handoff.application.calendar.RosterSource;
import io.meridian.handoff.domain.duty.Roster;
import io.meridian.handoff.store.handoff.HoldingStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rosters wide enough to decide about escalations: from before their holders began to hold. */
@ApplicationScoped
public class Rosters {
  /** A duty that began before the accountability it belongs to is still seen whole. */
  private static final Duration MARGIN = Duration.ofDays(2);

  private final RosterSource source;
  private final HoldingStore holdings;
  private final Duration lookahead;

  Rosters(RosterSource source, HoldingStore holdings, HandoffConfig config) {
    this.source = source;
    this.holdings = holdings;
    this.lookahead = config.lookahead();
  }

  /**
   * The roster to decide by at an instant; no calendar is applied until the transaction ends. Ask
   * before locking rows.
   *
   * @param ids the escalations to decide about
   */
  public Uni<Roster> at(SqlConnection tx, Instant at, Collection<UUID> ids) {
    return since(tx, at, ids).chain(since -> between(tx, since, at));
  }

  /** Since when the longest-standing holder of all has held, or the instant itself. */
  Uni<Instant> since(SqlConnection tx, Instant at) {
    return since(tx, at, null);
  }

  private Uni<Instant> since(SqlConnection tx, Instant at, @Nullable Collection<UUID> ids) {
    return holdings
        .oldest(tx, ids)
        .map(oldest -> oldest == null || oldest.isAfter(at) ? at : oldest);
  }

  /** The roster from before {@code since} to well after {@code at}, to decide by. */
  Uni<Roster> between(SqlConnection tx, Instant since, Instant at) {
    return source.shiftsFor(tx, since.minus(MARGIN), at.plus(lookahead)).map(Roster::of);
  }
}
