package io.meridian.gather;

import io.smallrye.mutiny.subscription.UniEmitter;

/** An item whose sender waits for the answer; only the first answer counts. */
public final class Waiting<I, O> {
  private final I item;
  private final UniEmitter<? super O> sender;

  Waiting(I item, UniEmitter<? super O> sender) {
    this.item = item;
    this.sender = sender;
  }

  public I item() {
    return item;
  }

  public void answer(O answer) {
    sender.complete(answer);
  }

  public void fail(Throwable failure) {
    sender.fail(failure);
  }
}
