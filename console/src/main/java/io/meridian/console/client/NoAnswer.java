package io.meridian.console.client;

/** A service does not answer, or not in time. */
public final class NoAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoAnswer(Throwable cause) {
    super("no answer", cause);
  }
}
