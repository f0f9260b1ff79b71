package io.meridian.handoff.notification.application.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A provider did not take a message. The words go into the delivery log: no secret is in them. */
public final class SendFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean forGood;
  private final @Nullable Duration retryAfter;

  private SendFailure(String message, boolean forGood, @Nullable Duration retryAfter) {
    super(message);
    this.forGood = forGood;
    this.retryAfter = retryAfter;
  }

  /** Another attempt may work. */
  public static SendFailure passing(String message) {
    return new SendFailure(message, false, null);
  }

  /**
   * Another attempt may work.
   *
   * @param retryAfter how long the provider asks to be left alone; null when it does not say
   */
  static SendFailure passing(String message, @Nullable Duration retryAfter) {
    return new SendFailure(message, false, retryAfter);
  }

  /** Another attempt would fail too. */
  public static SendFailure forGood(String message) {
    return new SendFailure(message, true, null);
  }

  /** How long the provider asks to be left alone; null when it does not say. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** Whether another attempt is of no use. */
  public boolean isForGood() {
    return forGood;
  }
}
