package io.meridian.local.stack;

/**
 * How far a service is behind.
 *
 * @param unpublished events committed and not yet at the broker
 * @param unconsumed events at the broker that its consumers have not applied
 */
public record Lag(long unpublished, long unconsumed) {

  /** For people. */
  public String inWords() {
    return unpublished == 0 && unconsumed == 0
        ? "none"
        : unpublished + " to publish, " + unconsumed + " to apply";
  }
}
