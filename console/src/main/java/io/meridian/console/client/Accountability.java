package io.meridian.console.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who was accountable for an escalation since it opened. Attended, gaps and resting partition the
 * time up to its close, or up to now.
 *
 * @param closed null while it is open
 * @param homeRegion the region in which it lives, or would; null while none is known
 */
public record Accountability(
    @Nullable Instant closed,
    @Nullable String homeRegion,
    List<Interval> intervals,
    List<Hold> holds,
    List<Stretch> attended,
    List<Stretch> gaps,
    List<Rest> resting) {

  /** Who was; the end is null while they are. */
  public record Interval(Person tam, String region, Instant start, @Nullable Instant end) {}

  /** Until when somebody said that they go on attending. */
  public record Hold(Person tam, Instant start, Instant end) {}

  /** A part of the time; the last one ends now, or at the close. */
  public record Stretch(Instant start, Instant end) {}

  /** A part in which nobody was expected to act. */
  public record Rest(Instant start, Instant end, String cause) {}

  /** Who is accountable; null while nobody is, or once it is closed. */
  public @Nullable Interval present() {
    return closed != null || intervals.isEmpty() ? null : intervals.getLast();
  }

  /** The rest that goes on now, which began at its start; null while it does not rest. */
  public @Nullable Rest rest() {
    if (closed != null || resting.isEmpty()) {
      return null;
    }
    Rest last = resting.getLast();
    return endsBefore(attended, last.end()) && endsBefore(gaps, last.end()) ? last : null;
  }

  /** The hold that lasts at an instant; null without one. */
  public @Nullable Hold hold(Instant at) {
    return holds.stream()
        .filter(hold -> !hold.start().isAfter(at) && hold.end().isAfter(at))
        .findFirst()
        .orElse(null);
  }

  private static boolean endsBefore(List<Stretch> stretches, Instant end) {
    return stretches.stream().allMatch(stretch -> stretch.end().isBefore(end));
  }
}
