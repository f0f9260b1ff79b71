package io.meridian.handoff.notification.domain;

/** Whether something reaches a recipient, at the time of writing. */
public sealed interface Reach {

  /**
   * By their first channel.
   *
   * @param provider what shares capacity and fate with it: a mail server, a webhook host
   */
  record By(String provider) implements Reach {}

  /** By none. */
  record Nothing(UnreachableCause cause) implements Reach {}
}
