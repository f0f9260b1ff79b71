package io.meridian.runtime.work;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at some work with the database: what stores ask in SQL and what repositories do in a
 * session runs on one connection and, where it writes, in one transaction. Never used in parallel,
 * and never after its end.
 *
 * <p>SQL does not flush the session: a repository flushes at the end of each write, or SQL reads
 * what was there before.
 */
public final class UnitOfWork {
  private final SqlConnection connection;
  private final Function<SqlConnection, LentSession> sessions;
  private final boolean commits;
  private final @Nullable String worker;
  private final List<Runnable> consequences = new ArrayList<>();
  private final Map<Class<?>, LastWrite> lastWrites = new LinkedHashMap<>();
  private Map<String, String> causes = Map.of();
  private @Nullable LentSession lent;

  /** What is gathered while the unit works and written before it commits. */
  @FunctionalInterface
  public interface LastWrite {
    /** Writes it in the unit's transaction. */
    Uni<Void> write();
  }

  /**
   * @param commits whether it is one transaction
   * @param worker the worker whose work it is, or null
   */
  UnitOfWork(
      SqlConnection connection,
      Function<SqlConnection, LentSession> sessions,
      boolean commits,
      @Nullable String worker) {
    this.connection = connection;
    this.sessions = sessions;
    this.commits = commits;
    this.worker = worker;
  }

  /** On a connection that the caller has opened and ends; it has no session. */
  public static UnitOfWork on(SqlConnection connection) {
    return new UnitOfWork(
        connection,
        none -> {
          throw new IllegalStateException("this unit of work has SQL only");
        },
        false,
        null);
  }

  /**
   * Runs a statement, which the connection keeps prepared. Fails with {@code PgException}.
   *
   * @param sql with parameters {@code $1}, {@code $2}, …
   */
  public Uni<RowSet<Row>> query(String sql, Tuple arguments) {
    return connection.preparedQuery(sql).execute(arguments);
  }

  /** Runs a statement without parameters. */
  public Uni<RowSet<Row>> query(String sql) {
    return connection.preparedQuery(sql).execute();
  }

  /** Runs a statement once for each of the arguments, of which there is at least one. */
  public Uni<RowSet<Row>> batch(String sql, List<Tuple> arguments) {
    return connection.preparedQuery(sql).executeBatch(arguments);
  }

  /**
   * The session of this unit, opened when it is first asked for; on the event loop only. Its
   * transaction is the unit's: it begins none.
   */
  public Mutiny.Session session() {
    LentSession session = lent;
    if (session == null) {
      session = sessions.apply(connection);
      lent = session;
    }
    return session.session();
  }

  /** Runs something once the transaction has committed; at once where there is none of ours. */
  public void afterCommit(Runnable consequence) {
    if (commits) {
      consequences.add(consequence);
    } else {
      consequence.run();
    }
  }

  /** Whether it is one transaction, which changes something or may. */
  public boolean commits() {
    return commits;
  }

  /** The name of our own worker whose work it is; empty when somebody asked for it. */
  public Optional<String> worker() {
    return Optional.ofNullable(worker);
  }

  /** By keys of events: in which trace lies what this unit tells about what they name. */
  public void causedBy(Map<String, String> traceparents) {
    causes = traceparents;
  }

  /** The {@code traceparent} of what caused news of this key; empty where it is not known. */
  public Optional<String> causeOf(String key) {
    return Optional.ofNullable(causes.get(key));
  }

  /**
   * What is written last, of its kind: made when it is first asked for, and the same until the
   * commit.
   *
   * @throws IllegalStateException where there is no transaction of ours
   */
  public <T extends LastWrite> T last(Class<T> kind, Supplier<T> made) {
    if (!commits) {
      throw new IllegalStateException("nothing is written here before a commit");
    }
    return kind.cast(lastWrites.computeIfAbsent(kind, none -> made.get()));
  }

  /** Writes what the session still holds back, and what is to be written last. */
  Uni<Void> beforeCommit() {
    Uni<Void> flushed = lent == null ? Uni.createFrom().voidItem() : lent.beforeCommit();
    for (LastWrite each : lastWrites.values()) {
      flushed = flushed.chain(each::write);
    }
    return flushed;
  }

  /** The commit has been. */
  Uni<Void> committed() {
    consequences.forEach(Runnable::run);
    return lent == null ? Uni.createFrom().voidItem() : lent.afterCommit();
  }

  /** Gives the connection back; a session does so when it closes. */
  Uni<Void> close() {
    return lent == null ? connection.close() : lent.session().close();
  }
}
