package io.meridian.handoff.application.notification.channel;

/** A provider did not take a message. The words go into the delivery log: no secret is in them. */
public final class SendFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean forGood;

  private SendFailure(String message, boolean forGood) {
    super(message);
    this.forGood = forGood;
  }

  /** Another attempt may work. */
  public static SendFailure passing(String message) {
    return new SendFailure(message, false);
  }

  /** Another attempt would fail too. */
  public static SendFailure forGood(String message) {
    return new SendFailure(message, true);
  }

  /** Whether another attempt is of no use. */
  public boolean isForGood() {
    return forGood;
  }
}
