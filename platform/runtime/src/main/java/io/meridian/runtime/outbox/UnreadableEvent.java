package io.meridian.runtime.outbox;

import org.jspecify.annotations.Nullable;

/** A message that is no event this version can read: its type is unknown or its body malformed. */
public final class UnreadableEvent extends RuntimeException {
  public UnreadableEvent(String detail, @Nullable Throwable cause) {
    super(detail, cause, false, false);
  }
}
