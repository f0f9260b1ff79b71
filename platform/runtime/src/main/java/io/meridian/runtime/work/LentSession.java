package io.meridian.runtime.work;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.session.impl.ReactiveSessionImpl;

/**
 * A session on a connection whose transaction is somebody else's: what Hibernate Reactive's own
 * transaction does before and after its commit is done here.
 */
record LentSession(Mutiny.Session session, ReactiveSessionImpl inside) {

  Uni<Void> beforeCommit() {
    return Uni.createFrom()
        .completionStage(
            () ->
                inside
                    .reactiveAutoflush()
                    .thenCompose(
                        flushed -> inside.getReactiveActionQueue().beforeTransactionCompletion()));
  }

  Uni<Void> afterCommit() {
    return Uni.createFrom()
        .completionStage(() -> inside.getReactiveActionQueue().afterTransactionCompletion(true));
  }
}
