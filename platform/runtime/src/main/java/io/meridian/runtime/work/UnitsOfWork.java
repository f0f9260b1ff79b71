package io.meridian.runtime.work;

import io.meridian.runtime.worker.Worker;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Begins and ends units of work. The transaction is the SQL client's; a session joins it when
 * somebody asks for one. May be called from any thread; nothing happens before the subscription,
 * and who stops listening does not stop the work.
 */
@ApplicationScoped
public class UnitsOfWork {
  private static final String SNAPSHOT =
      "set transaction isolation level repeatable read, read only";

  private final Pool pool;
  private final LentSessions sessions;

  UnitsOfWork(Pool pool, LentSessions sessions) {
    this.pool = pool;
    this.sessions = sessions;
  }

  /** In one transaction, committed when the work is done and undone when it fails. */
  public <T> Uni<T> write(Function<UnitOfWork, Uni<T>> work) {
    return Uni.createFrom().deferred(() -> write(Worker.current().orElse(null), work));
  }

  /**
   * The same.
   *
   * @param worker the name of our own worker whose work it is, or null
   */
  public <T> Uni<T> write(@Nullable String worker, Function<UnitOfWork, Uni<T>> work) {
    return lasting(
        pool.getConnection()
            .chain(
                connection -> {
                  UnitOfWork unit = new UnitOfWork(connection, sessions::writing, true, worker);
                  return connection
                      .begin()
                      .chain(transaction -> committed(transaction, unit, work))
                      .eventually(unit::close);
                }));
  }

  /** Without a transaction: each statement sees its own moment. */
  public <T> Uni<T> read(Function<UnitOfWork, Uni<T>> work) {
    return lasting(
        pool.getConnection()
            .chain(
                connection -> {
                  UnitOfWork unit = new UnitOfWork(connection, sessions::reading, false, null);
                  return done(work, unit).eventually(unit::close);
                }));
  }

  /** All statements see the same moment; none may write. */
  public <T> Uni<T> snapshot(Function<UnitOfWork, Uni<T>> work) {
    return lasting(
        pool.getConnection()
            .chain(
                connection -> {
                  UnitOfWork unit = new UnitOfWork(connection, sessions::reading, false, null);
                  return connection
                      .begin()
                      .chain(transaction -> seen(transaction, connection, unit, work))
                      .eventually(unit::close);
                }));
  }

  private static <T> Uni<T> committed(
      Transaction transaction, UnitOfWork unit, Function<UnitOfWork, Uni<T>> work) {
    return done(work, unit)
        .call(unit::beforeCommit)
        .call(transaction::commit)
        .call(unit::committed)
        .onFailure()
        .call(() -> undone(transaction));
  }

  private static <T> Uni<T> seen(
      Transaction transaction,
      SqlConnection connection,
      UnitOfWork unit,
      Function<UnitOfWork, Uni<T>> work) {
    return connection
        .query(SNAPSHOT)
        .execute()
        .chain(() -> done(work, unit))
        .onItemOrFailure()
        .call(() -> undone(transaction));
  }

  private static <T> Uni<T> done(Function<UnitOfWork, Uni<T>> work, UnitOfWork unit) {
    return Uni.createFrom().deferred(() -> work.apply(unit));
  }

  /** A transaction that has ended by its own failure has nothing to undo. */
  private static Uni<Void> undone(Transaction transaction) {
    return transaction.rollback().onFailure().recoverWithNull().replaceWithVoid();
  }

  /** Goes on to its end, whoever listens: half of a statement is worth nothing. */
  private static <T> Uni<T> lasting(Uni<T> unit) {
    return Uni.createFrom()
        .emitter(emitter -> unit.subscribe().with(emitter::complete, emitter::fail));
  }
}
