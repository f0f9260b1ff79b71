package io.meridian.handoff.duty.application;

import io.meridian.handoff.calendar.application.RosterSource;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.store.TenureStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
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
  private final TenureStore tenures;
  private final Duration lookahead;

  Rosters(RosterSource source, TenureStore tenures, HandoffConfig config) {
    this.source = source;
    this.tenures = tenures;
    this.lookahead = config.lookahead();
  }

  /**
   * The roster to decide by at an instant; no calendar is applied until the transaction ends. Ask
   * before locking rows.
   *
   * @param ids the escalations to decide about
   */
  public Uni<Roster> at(UnitOfWork unit, Instant at, Collection<UUID> ids) {
    return tenures
        .oldest(unit, ids)
        .map(oldest -> notAfter(oldest, at))
        .chain(since -> between(unit, since, at));
  }

  /**
   * Since when the longest-standing holder of what is handed over has held, or the instant itself.
   */
  public Uni<Instant> since(UnitOfWork unit, Instant at) {
    return tenures.oldest(unit).map(oldest -> notAfter(oldest, at));
  }

  private static Instant notAfter(@Nullable Instant oldest, Instant at) {
    return oldest == null || oldest.isAfter(at) ? at : oldest;
  }

  /** The roster from before {@code since} to well after {@code at}, to decide by. */
  public Uni<Roster> between(UnitOfWork unit, Instant since, Instant at) {
    return source.shiftsFor(unit, since.minus(MARGIN), at.plus(lookahead)).map(Roster::of);
  }
}
