package io.meridian.handoff.handoff.application;

import io.meridian.events.HandoffState;
import io.meridian.handoff.handoff.domain.ReadBack;
import io.meridian.handoff.handoff.domain.briefing.Completeness.Missing;
import io.meridian.handoff.handoff.domain.briefing.NextDue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A handoff as lists show it: what decides which one to read first.
 *
 * @param customerName null without a customer
 * @param openQuestions how many questions wait for an answer
 * @param missing what its briefing lacks for its severity
 * @param next the next promise or deadline; null without a dated one
 * @param isCarried whether whom a lead assigned still has the escalation by it
 */
public record HandoffCard(
    HandoffState state,
    String title,
    @Nullable UUID customerId,
    @Nullable String customerName,
    int openQuestions,
    List<Missing> missing,
    @Nullable NextDue next,
    boolean isCarried) {

  /** The gravest first, then what is due soonest, then what is to be accepted soonest. */
  public static final Comparator<HandoffCard> ORDER =
      Comparator.comparing((HandoffCard card) -> card.state.severity())
          .thenComparing(HandoffCard::due, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(card -> card.state.acceptBy())
          .thenComparing(card -> card.state.id());

  private @Nullable Instant due() {
    return next == null ? null : next.at();
  }

  /** Whether whom a lead assigned has still to read back. */
  public boolean isReadBackOwed() {
    return isCarried && Boolean.TRUE.equals(state.readBackOwed());
  }

  /** Whether a read-back is needed and not given yet. */
  public boolean needsReadBack() {
    return isReadBackOwed() || isUnfinished() && ReadBack.isNeededFor(state.severity());
  }

  /** Whether it is neither taken nor cancelled. */
  public boolean isUnfinished() {
    return !state.status().isFinished();
  }
}
