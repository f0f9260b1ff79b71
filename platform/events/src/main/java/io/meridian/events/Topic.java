package io.meridian.events;

/**
 * The event topics of the house; settings (partitions, retention) are in {@code
 * deploy/kafka/topics.yaml}.
 */
public enum Topic {
  CUSTOMERS("meridian.customers"),
  ESCALATIONS("meridian.escalations"),
  HANDOFFS("meridian.handoffs"),
  /**
   * Compacted: the latest state of each shift, of each request to swap one, of the calendar's
   * directory of regions and TAMs, of each denial, and of each token of a program.
   */
  SHIFTS("meridian.shifts");

  private final String wireName;

  Topic(String wireName) {
    this.wireName = wireName;
  }

  /** The topic's name at the broker. */
  public String wireName() {
    return wireName;
  }
}
