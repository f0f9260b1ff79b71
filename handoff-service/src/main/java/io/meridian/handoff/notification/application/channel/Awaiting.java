package io.meridian.handoff.notification.application.channel;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for a provider, and no longer. */
final class Awaiting {

  private Awaiting() {}

  /**
   * The future's value.
   *
   * @throws SendFailure passing, when it takes longer or the wait is interrupted
   * @throws ExecutionException what the future failed with
   */
  static <T> T atMost(Duration patience, Future<T> future) throws SendFailure, ExecutionException {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw SendFailure.passing("no answer within " + patience.toMillis() + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SendFailure.passing("interrupted: the service stops");
    }
  }
}
