package io.meridian.escalation.escalation.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What orders the messages of a ticket, as finely as its sender tells it. */
public sealed interface Order {

  /** The sender counts the ticket's changes; at most {@link #COUNT_MAX}. */
  record Counter(long count) implements Order {
    @Override
    public boolean isLikelyFirst() {
      return count <= 1;
    }
  }

  /** The sender tells when the ticket changed, by its own clock. */
  record Time(Instant at) implements Order {
    /** A clock that goes wrong by more would leave all later messages behind. */
    public static final Duration AHEAD_MAX = Duration.ofMinutes(5);

    /** Whether the sender's clock cannot be believed at {@code now}. */
    public boolean isTooFarAhead(Instant now) {
      return at.isAfter(now.plus(AHEAD_MAX));
    }

    @Override
    public boolean isLikelyFirst() {
      return false;
    }
  }

  /** Told before orders had a scale: a counter, or the milliseconds since 1970 of a time. */
  record Unscaled(long value) implements Order {
    @Override
    public boolean isLikelyFirst() {
      return false;
    }
  }

  /** Whole numbers up to here are the same in every JSON library (RFC 7493, section 2.2). */
  long COUNT_MAX = (1L << 53) - 1;

  /** True if it looks like the first that is heard of a ticket: a hint, never a promise. */
  boolean isLikelyFirst();

  /** The sender's count of the ticket's changes, or null where it has none. */
  default @Nullable Long counter() {
    return this instanceof Counter told ? told.count : null;
  }

  /** Below, at or above zero for older, equal or newer; empty if the other is of another scale. */
  default OptionalInt comparedWith(Order other) {
    return switch (other) {
      case Counter them when this instanceof Counter us ->
          OptionalInt.of(Long.compare(us.count, them.count));
      case Time them when this instanceof Time us -> OptionalInt.of(us.at.compareTo(them.at));
      case Unscaled them when this instanceof Counter us ->
          OptionalInt.of(Long.compare(us.count, them.value));
      case Unscaled them when this instanceof Time us ->
          OptionalInt.of(Long.compare(us.at.toEpochMilli(), them.value));
      default -> OptionalInt.empty();
    };
  }
}
