package io.meridian.runtime.outbox;

import static java.util.Objects.requireNonNull;

import io.meridian.runtime.worker.Failures;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Units of work. Writing ones run in one transaction, run again (at most {@value #RETRIES_MAX}
 * times, from the start) when they lose a race for a row, and wake the relay after the commit. They
 * may be called from any thread. Nothing happens before the subscription.
 */
@ApplicationScoped
public class Transactions {
  /** How often lost races are run again. */
  public static final int RETRIES_MAX = 3;

  private static final Duration PAUSE_MIN = Duration.ofMillis(5);
  private static final Duration PAUSE_MAX = Duration.ofMillis(50);

  private final Mutiny.SessionFactory sessions;
  private final Pool pool;
  private final Outbox outbox;
  private final Vertx vertx;

  Transactions(Mutiny.SessionFactory sessions, Pool pool, Outbox outbox, Vertx vertx) {
    this.sessions = sessions;
    this.pool = pool;
    this.outbox = outbox;
    this.vertx = vertx;
  }

  /** Writes through Hibernate Reactive. Never use the session in parallel. */
  public <T> Uni<T> write(Function<Mutiny.Session, Uni<T>> work) {
    return written(() -> onContext(() -> sessions.withTransaction(work)));
  }

  /** Reads through Hibernate Reactive; what the work changes is not saved. */
  public <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> work) {
    return onContext(
        () ->
            sessions.withSession(
                session -> {
                  session.setDefaultReadOnly(true);
                  return work.apply(session);
                }));
  }

  /** Writes through the Vert.x client, in a transaction of its own. */
  public <T> Uni<T> writeSql(Function<SqlConnection, Uni<T>> work) {
    return written(() -> pool.withTransaction(work));
  }

  /** Reads through the Vert.x client, each statement with its own snapshot. */
  public <T> Uni<T> readSql(Function<SqlConnection, Uni<T>> work) {
    return Uni.createFrom().deferred(() -> pool.withConnection(work));
  }

  private <T> Uni<T> written(Supplier<Uni<? extends T>> transaction) {
    return Uni.createFrom()
        .deferred(transaction)
        .onFailure(Failures::isRace)
        .retry()
        .withBackOff(PAUSE_MIN, PAUSE_MAX)
        .atMost(RETRIES_MAX)
        .invoke(outbox::nudge);
  }

  /** Sessions need a duplicated Vert.x context marked safe: uses the caller's or makes one. */
  private <T> Uni<T> onContext(Supplier<Uni<? extends T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Context current = Vertx.currentContext();
              if (current != null
                  && VertxContext.isDuplicatedContext(current)
                  && VertxContextSafetyToggle.isExplicitlyMarkedAsSafe(current)) {
                return work.get();
              }
              Context fresh =
                  requireNonNull(
                      VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
              VertxContextSafetyToggle.setContextSafe(fresh, true);
              return Uni.createFrom()
                  .emitter(
                      emitter ->
                          fresh.runOnContext(
                              ignored ->
                                  Uni.createFrom()
                                      .deferred(work)
                                      .subscribe()
                                      .with(emitter::complete, emitter::fail)));
            });
  }
}
