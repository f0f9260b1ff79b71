package io.meridian.handoff.calendar.domain.roster;

import io.meridian.events.SwapStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a swap request stands. Only an open one can go on. */
public sealed interface SwapStage {

  SwapStatus status();

  /** Open: the asked TAM has not answered. */
  record Asked() implements SwapStage {
    public Accepted accept(String by, Instant at, List<String> overrides) {
      return new Accepted(by, at, overrides);
    }

    public Declined decline(String by, Instant at, @Nullable String answer) {
      return new Declined(by, at, answer);
    }

    public Cancelled cancel(String by, Instant at, @Nullable String answer) {
      return new Cancelled(by, at, answer);
    }

    public Expired expire(Instant at) {
      return new Expired(at);
    }

    @Override
    public SwapStatus status() {
      return SwapStatus.ASKED;
    }
  }

  /**
   * Agreed.
   *
   * @param overrides ids of the overrides that make it so
   */
  record Accepted(String by, Instant at, List<String> overrides) implements SwapStage {
    public Accepted {
      overrides = List.copyOf(overrides);
    }

    @Override
    public SwapStatus status() {
      return SwapStatus.ACCEPTED;
    }
  }

  /** The asked TAM said no. */
  record Declined(String by, Instant at, @Nullable String answer) implements SwapStage {
    @Override
    public SwapStatus status() {
      return SwapStatus.DECLINED;
    }
  }

  /** Taken back. */
  record Cancelled(String by, Instant at, @Nullable String answer) implements SwapStage {
    @Override
    public SwapStatus status() {
      return SwapStatus.CANCELLED;
    }
  }

  /** Nobody answered in time. */
  record Expired(Instant at) implements SwapStage {
    @Override
    public SwapStatus status() {
      return SwapStatus.EXPIRED;
    }
  }
}
