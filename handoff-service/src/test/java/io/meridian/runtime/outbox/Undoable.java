package io.meridian.runtime.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.inject.Vetoed;
import java.util.function.Function;

/** Units of work without a database: whole, or undone. */
@Vetoed
public final class Undoable extends Transactions {
  private final SqlConnection connection;
  private final Store store;
  private final Runnable before;

  /** What a unit of work changes. */
  public interface Store {
    void begin();

    void commit();

    void rollback();
  }

  public Undoable(SqlConnection connection, Store store) {
    this(connection, store, () -> {});
  }

  /**
   * Units of work that others come before.
   *
   * @param before what happens just before each
   */
  public Undoable(SqlConnection connection, Store store, Runnable before) {
    super(null, null, null, null);
    this.connection = connection;
    this.store = store;
    this.before = before;
  }

  @Override
  public <T> Uni<T> writeSql(Function<SqlConnection, Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              before.run();
              store.begin();
              return work.apply(connection)
                  .invoke(store::commit)
                  .onFailure()
                  .invoke(store::rollback);
            });
  }

  @Override
  public <T> Uni<T> readSql(Function<SqlConnection, Uni<T>> work) {
    return Uni.createFrom().deferred(() -> work.apply(connection));
  }
}
