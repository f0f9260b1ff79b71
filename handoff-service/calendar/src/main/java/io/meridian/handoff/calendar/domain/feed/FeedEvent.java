package io.meridian.handoff.calendar.domain.feed;

import java.time.Instant;
import java.util.Objects;

/**
 * What subscribers are told of a shift.
 *
 * @param uid the same for ever for the same part of the same slot
 * @param sequence 0 when it is first told; grows with each change
 * @param isBusy whether the subscriber's time is taken; a shadow's is not
 * @param isCancelled the shift that was told is none any more
 * @param changedAt when it came to be what it is
 */
public record FeedEvent(
    String uid,
    int sequence,
    Instant start,
    Instant end,
    String summary,
    String description,
    String region,
    boolean isBusy,
    boolean isCancelled,
    Instant changedAt) {

  boolean saysTheSameAs(FeedEvent other) {
    return start.equals(other.start)
        && end.equals(other.end)
        && Objects.equals(summary, other.summary)
        && Objects.equals(description, other.description)
        && Objects.equals(region, other.region)
        && isBusy == other.isBusy
        && isCancelled == other.isCancelled;
  }

  FeedEvent after(FeedEvent told) {
    return saysTheSameAs(told) ? told : numbered(told.sequence + 1);
  }

  FeedEvent cancelled(Instant at) {
    return new FeedEvent(
        uid, sequence + 1, start, end, summary, description, region, isBusy, true, at);
  }

  private FeedEvent numbered(int number) {
    return new FeedEvent(
        uid, number, start, end, summary, description, region, isBusy, isCancelled, changedAt);
  }
}
