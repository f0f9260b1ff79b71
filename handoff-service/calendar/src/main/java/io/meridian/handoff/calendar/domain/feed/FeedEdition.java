package io.meridian.handoff.calendar.domain.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a feed tells: what is, and for a while what is no more. */
public final class FeedEdition {

  /** How long a cancelled shift is told as such. */
  public static final Duration CANCELLED_FOR = Duration.ofDays(30);

  private static final Comparator<FeedEvent> ORDER =
      Comparator.comparing(FeedEvent::start).thenComparing(FeedEvent::uid);

  private FeedEdition() {}

  /**
   * The next edition. The same shifts give the same edition, whenever and however often it is made.
   *
   * @param told the edition before
   * @param now what the shifts of the window {@code [from, …)} are, as first told
   * @param from what ended before is left out without a word
   * @param at the instant of the edition
   */
  public static List<FeedEvent> next(
      List<FeedEvent> told, List<FeedEvent> now, Instant from, Instant at) {
    Map<String, FeedEvent> before = new LinkedHashMap<>();
    told.forEach(event -> before.put(event.uid(), event));
    List<FeedEvent> edition = new ArrayList<>();
    for (FeedEvent event : now) {
      FeedEvent known = before.remove(event.uid());
      edition.add(known == null ? event : event.after(known));
    }
    for (FeedEvent gone : before.values()) {
      if (!gone.isCancelled()) {
        if (gone.end().isAfter(from)) {
          edition.add(gone.cancelled(at));
        }
      } else if (gone.changedAt().plus(CANCELLED_FOR).isAfter(at)) {
        edition.add(gone);
      }
    }
    edition.sort(ORDER);
    return List.copyOf(edition);
  }
}
