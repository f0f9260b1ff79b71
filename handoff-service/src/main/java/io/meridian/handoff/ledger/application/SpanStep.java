package io.meridian.handoff.ledger.application;

import io.meridian.events.Severity;
import io.meridian.handoff.ledger.domain.AcknowledgementTerms;
import io.meridian.handoff.ledger.store.EscalationRow;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An escalation as the replica knows it, and as an event says it is now: what that means for its
 * ledger.
 *
 * @param known null when it is new here
 * @param changedAt when it came to be as it is now
 */
record SpanStep(@Nullable EscalationRow known, EscalationRow now, Instant changedAt) {

  /** A span of accountability begins. */
  boolean opens() {
    return known == null || known.openedAt().isBefore(now.openedAt());
  }

  /** The span that ends, or the one that begins now and has ended already. */
  boolean closes() {
    return now.closedAt() != null && (opens() || known == null || known.closedAt() == null);
  }

  /** The end of the span before was never told; it ends where the new one begins. */
  boolean leavesOneOpen() {
    return known != null && opens() && known.closedAt() == null;
  }

  /** The span before, ended where this one begins. */
  SpanStep closingBefore() {
    if (known == null) {
      throw new IllegalStateException("nothing was open before " + now.id());
    }
    return new SpanStep(known, known.closed(now.openedAt()), now.openedAt());
  }

  /** This step after others, if one of them was the same escalation's. */
  SpanStep after(Map<UUID, EscalationRow> written) {
    EscalationRow row = written.get(now.id());
    return row == null
        ? this
        : new SpanStep(row, now.at(row.ledgerRevision(), row.unassigned()), changedAt);
  }

  /** This step, but for the close of a span that it begins as well. */
  SpanStep whileOpen() {
    return opens() && closes() ? new SpanStep(known, now.closed(null), changedAt) : this;
  }

  /** A ledger that exists already changes, or what its TAM carries does. */
  boolean touchesLedger() {
    return known != null
        && !opens()
        && !known.unassigned()
        && (closes() || now.closedAt() == null && (isRegraded(known) || isServedOtherwise(known)));
  }

  private boolean isRegraded(EscalationRow before) {
    return before.severity() != now.severity();
  }

  private boolean isServedOtherwise(EscalationRow before) {
    return before.unserved() != now.unserved()
        || before.isResolved() != now.isResolved()
        || before.serviceHours() != now.serviceHours()
        || !Objects.equals(before.homeRegion(), now.homeRegion());
  }

  /** It stays open, and is worse or better than was known. */
  boolean regrades() {
    return touchesLedger() && !closes() && known != null && isRegraded(known);
  }

  /** It stays open, and whether it follows the sun, where it lives or whether it rests is new. */
  boolean serves() {
    return touchesLedger() && !closes() && known != null && isServedOtherwise(known);
  }

  /** It is of severity 1 or 2 now, was less severe, and is to be acted on. */
  boolean rises() {
    return regrades()
        && AcknowledgementTerms.rises(severityBefore(), now.severity())
        && !now.isResolved();
  }

  /** Until another instant than before somebody is to acknowledge it. */
  boolean awaitsAnew() {
    return now.acknowledgeBy() != null
        && (opens() || known == null || !now.acknowledgeBy().equals(known.acknowledgeBy()));
  }

  /** Somebody said that it lives elsewhere. */
  boolean movesHome() {
    return known != null && !Objects.equals(known.homeRegion(), now.homeRegion());
  }

  Severity severityBefore() {
    return known == null ? now.severity() : known.severity();
  }

  /** Intervals that ended before are not needed to make the step. */
  Instant since(Instant asOf) {
    Instant closedAt = now.closedAt();
    Instant at = closedAt == null ? changedAt : closedAt;
    return at.isBefore(asOf) ? at : asOf;
  }
}
