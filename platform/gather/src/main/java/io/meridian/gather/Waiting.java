package io.meridian.gather;

import io.smallrye.mutiny.subscription.UniEmitter;
import org.jspecify.annotations.Nullable;

/** An item whose sender waits for the answer; only the first answer counts. */
public final class Waiting<I, O> {
  private final I item;
  private final @Nullable String traceparent;
  private final UniEmitter<? super O> sender;

  Waiting(I item, @Nullable String traceparent, UniEmitter<? super O> sender) {
    this.item = item;
    this.traceparent = traceparent;
    this.sender = sender;
  }

  public I item() {
    return item;
  }

  /** The W3C trace of the sender's request, which is lost once it waits among others; or null. */
  public @Nullable String traceparent() {
    return traceparent;
  }

  public void answer(O answer) {
    sender.complete(answer);
  }

  public void fail(Throwable failure) {
    sender.fail(failure);
  }
}
