package io.meridian.handoff.domain.calendar;

import java.time.Duration;
import java.util.Comparator;

/**
 * A way to reach a TAM.
 *
 * @param address a mail address, or the URL to which messages of the kind are posted
 * @param delay how long after the first channel this one is tried, not negative
 * @param order smaller is tried earlier; equal is tried at once
 */
public record ContactChannel(Kind kind, String address, Duration delay, int order) {

  /** The order in which channels are tried. */
  static final Comparator<ContactChannel> ORDER =
      Comparator.comparingInt(ContactChannel::order).thenComparing(ContactChannel::delay);

  /** What kind of message the channel takes. */
  public enum Kind {
    EMAIL,
    SLACK,
    TEAMS,
    /** A signed JSON message to any URL. */
    WEBHOOK
  }
}
