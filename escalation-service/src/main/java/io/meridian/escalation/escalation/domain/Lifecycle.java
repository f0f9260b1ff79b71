package io.meridian.escalation.escalation.domain;

import io.meridian.events.EscalationStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an escalation stands. Each state offers only the moves that are legal from it. */
public sealed interface Lifecycle {

  /** Nobody has taken note of it yet. */
  record Open() implements Lifecycle {
    Acknowledged acknowledge(String by, Instant at) {
      return new Acknowledged(by, at);
    }

    Resolved resolve(Instant at, Instant closesAt) {
      return new Resolved(null, at, closesAt);
    }

    Closed close(Instant at) {
      return new Closed(null, null, at);
    }
  }

  /** {@code by} works on it since {@code at}. */
  record Acknowledged(String by, Instant at) implements Lifecycle {
    Open withdraw() {
      return new Open();
    }

    Resolved resolve(Instant when, Instant closesAt) {
      return new Resolved(this, when, closesAt);
    }

    Closed close(Instant when) {
      return new Closed(this, null, when);
    }
  }

  /**
   * The customer is helped; still open for accountability until it is closed, by itself at {@code
   * closesAt}.
   */
  record Resolved(@Nullable Acknowledged acknowledgement, Instant at, Instant closesAt)
      implements Lifecycle {

    /** Whether it closes by itself by now. */
    boolean isDue(Instant now) {
      return !closesAt.isAfter(now);
    }

    /** Why it closes by itself: {@code resolved for 7 days}. */
    String patience() {
      long minutes = Duration.between(at, closesAt).toMinutes();
      if (minutes % 60 > 0) {
        return "resolved for " + counted(minutes, "minute");
      }
      long hours = minutes / 60;
      return "resolved for "
          + (hours % 24 == 0 ? counted(hours / 24, "day") : counted(hours, "hour"));
    }

    private static String counted(long count, String unit) {
      return count + " " + unit + (count == 1 ? "" : "s");
    }

    Open reopen() {
      return new Open();
    }

    Closed close(Instant when) {
      return new Closed(acknowledgement, at, when);
    }
  }

  /** Nobody is accountable any more. */
  record Closed(@Nullable Acknowledged acknowledgement, @Nullable Instant resolvedAt, Instant at)
      implements Lifecycle {
    Open reopen() {
      return new Open();
    }
  }

  /** The published word for this state. */
  default EscalationStatus status() {
    return switch (this) {
      case Open ignored -> EscalationStatus.OPEN;
      case Acknowledged ignored -> EscalationStatus.ACKNOWLEDGED;
      case Resolved ignored -> EscalationStatus.RESOLVED;
      case Closed ignored -> EscalationStatus.CLOSED;
    };
  }

  /** Who acknowledged the current opening and when, or null. */
  default @Nullable Acknowledged acknowledgement() {
    return switch (this) {
      case Open ignored -> null;
      case Acknowledged a -> a;
      case Resolved r -> r.acknowledgement;
      case Closed c -> c.acknowledgement;
    };
  }

  /** When the current opening was acknowledged, or null. */
  default @Nullable Instant acknowledgedAt() {
    Acknowledged acknowledgement = acknowledgement();
    return acknowledgement == null ? null : acknowledgement.at;
  }

  /** When the current opening was resolved, or null; an escalation may close without. */
  default @Nullable Instant resolvedAt() {
    return switch (this) {
      case Open ignored -> null;
      case Acknowledged ignored -> null;
      case Resolved r -> r.at;
      case Closed c -> c.resolvedAt;
    };
  }

  /** When it closes by itself unless it is reopened, or null. */
  default @Nullable Instant closesAt() {
    return this instanceof Resolved r ? r.closesAt : null;
  }

  /** When it closed, or null while somebody must be accountable. */
  default @Nullable Instant closedAt() {
    return this instanceof Closed c ? c.at : null;
  }
}
