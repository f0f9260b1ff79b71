package io.meridian.local.replay;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What became of the messages. */
public final class Tally {

  /** The intake's word for one message. */
  public enum Outcome {
    CREATED("new"),
    UPDATED("updated"),
    DUPLICATE("duplicate"),
    STALE("stale"),
    REJECTED("rejected"),
    FAILED("failed");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    /** For people. */
    public String word() {
      return word;
    }
  }

  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
  private final Map<String, Long> reasons = new TreeMap<>();

  synchronized void add(Outcome outcome) {
    counts.merge(outcome, 1L, Long::sum);
  }

  synchronized void add(Outcome outcome, String reason) {
    add(outcome);
    reasons.merge(reason, 1L, Long::sum);
  }

  public synchronized long of(Outcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  /** How many messages have been answered. */
  public synchronized long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Why messages were rejected or failed, with how many each. */
  public synchronized Map<String, Long> reasons() {
    return new TreeMap<>(reasons);
  }
}
