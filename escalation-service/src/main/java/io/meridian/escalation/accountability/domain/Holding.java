package io.meridian.escalation.accountability.domain;

import io.meridian.events.AccountabilityEvent;
import io.meridian.events.AccountabilityState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service knows of who is accountable for an escalation.
 *
 * @param startsAt from then on it is {@code accountable}; may lie ahead, since an acceptance takes
 *     effect at the shift's start
 * @param endsAt when the escalation closed, or null
 * @param before who is accountable until {@code startsAt}, or null if nobody was
 * @param homeRegion the region in which the escalation lives, as whoever assigns it has it; null
 *     before that was told
 * @param revision of the ledger
 */
public record Holding(
    UUID escalationId,
    Accountable accountable,
    Instant startsAt,
    @Nullable Instant endsAt,
    @Nullable Accountable before,
    @Nullable String homeRegion,
    long revision) {

  /** What is known after an event; a late or repeated one changes nothing. */
  public static Holding after(@Nullable Holding known, AccountabilityEvent event) {
    AccountabilityState state = event.accountability();
    if (known != null && known.revision >= state.revision()) {
      return known;
    }
    return new Holding(
        state.escalationId(),
        new Accountable(state.tam().id(), state.tam().name(), state.region()),
        state.start(),
        event instanceof AccountabilityEvent.Ended ? state.end() : null,
        known == null ? null : known.at(state.changedAt(), state.start()),
        state.homeRegion() == null && known != null ? known.homeRegion : state.homeRegion(),
        state.revision());
  }

  /** Who stands in at {@code now} before somebody else starts at {@code start}. */
  private @Nullable Accountable at(Instant now, Instant start) {
    if (endsAt != null) {
      return null;
    }
    return startsAt.isAfter(now) || startsAt.equals(start) ? before : accountable;
  }
}
