package io.meridian.local.stack;

/** The stack cannot do what was asked; the message is one clear line for the user. */
public class StackRefusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  public StackRefusal(String message) {
    super(message);
  }

  public StackRefusal(String message, Throwable cause) {
    super(message, cause);
  }
}
