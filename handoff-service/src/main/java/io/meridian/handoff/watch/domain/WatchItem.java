package io.meridian.handoff.watch.domain;

import io.meridian.events.Severity;
import io.meridian.events.WatchState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something at a customer that crews keep an eye on though no case is open. It follows the sun:
 * every crew that comes on duty before its end confirms it. Immutable.
 *
 * @param what what is to be watched
 * @param whatIf what to do if it happens
 * @param until its end: nobody watches it any more
 * @param ending how it ended before; null while it is watched, or over by time
 * @param revision counts its changes, from 1
 */
public record WatchItem(
    UUID id,
    UUID customerId,
    String what,
    String whatIf,
    Instant from,
    Instant until,
    String madeBy,
    Instant madeAt,
    @Nullable Ending ending,
    long revision) {

  /**
   * How an item ended before its time.
   *
   * @param state withdrawn or escalated
   * @param severity of the escalation; null when it was withdrawn
   * @param escalationId the escalation, once it is open
   * @param escalation what people call it, once it is open
   */
  public record Ending(
      WatchState state,
      String by,
      Instant at,
      @Nullable Severity severity,
      @Nullable UUID escalationId,
      @Nullable String escalation) {}

  /** Whether it is still to be handed on at an instant. */
  public boolean isAlive(Instant at) {
    return ending == null && at.isBefore(until);
  }

  /** Whether somebody who is on duty in {@code [start, end)} has to know it. */
  public boolean concerns(Instant start, Instant end) {
    return ending == null && from.isBefore(end) && start.isBefore(until);
  }

  /** How it stands; what is over by time stays as it was. */
  public WatchState state() {
    return ending == null ? WatchState.WATCHED : ending.state();
  }

  /** Nobody needs to watch it any more. */
  public WatchItem withdrawn(String by, Instant at) {
    return ended(new Ending(WatchState.WITHDRAWN, by, at, null, null, null));
  }

  /** It happened: a case is opened. */
  public WatchItem escalated(String by, Severity severity, Instant at) {
    return ended(new Ending(WatchState.ESCALATED, by, at, severity, null, null));
  }

  private WatchItem ended(Ending how) {
    return new WatchItem(
        id, customerId, what, whatIf, from, until, madeBy, madeAt, how, revision + 1);
  }
}
