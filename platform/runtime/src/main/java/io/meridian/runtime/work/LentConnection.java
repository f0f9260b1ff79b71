package io.meridian.runtime.work;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.hibernate.engine.jdbc.spi.SqlExceptionHelper;
import org.hibernate.engine.jdbc.spi.SqlStatementLogger;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.pool.impl.SqlClientPool;

/**
 * An open connection in the clothes that Hibernate Reactive knows: it makes its connections only
 * from a pool, so this is a pool that has just one, and it is out already.
 */
final class LentConnection extends SqlClientPool {
  private static final long serialVersionUID = 1;

  private final transient SqlConnection connection;
  private final transient JdbcServices services;

  LentConnection(SqlConnection connection, JdbcServices services) {
    this.connection = connection;
    this.services = services;
  }

  /** It is there at once, as the connection is. */
  ReactiveConnection connection() {
    return getConnection().toCompletableFuture().join();
  }

  @Override
  protected Pool getPool() {
    return new PoolOfOne(connection);
  }

  @Override
  protected SqlStatementLogger getSqlStatementLogger() {
    return services.getSqlStatementLogger();
  }

  @Override
  protected SqlExceptionHelper getSqlExceptionHelper() {
    return services.getSqlExceptionHelper();
  }

  /** Nobody closes a pool that is none. */
  @Override
  public CompletionStage<Void> getCloseFuture() {
    return CompletableFuture.completedFuture(null);
  }

  /** Hands out the one connection, and is asked for nothing else. */
  private record PoolOfOne(SqlConnection connection) implements Pool {

    @Override
    public Future<SqlConnection> getConnection() {
      return Future.succeededFuture(connection);
    }

    @Override
    public void getConnection(Handler<AsyncResult<SqlConnection>> handler) {
      handler.handle(getConnection());
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
      return connection.query(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
      return connection.preparedQuery(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
      return connection.preparedQuery(sql, options);
    }

    @Override
    public Pool connectHandler(Handler<SqlConnection> handler) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Pool connectionProvider(Function<Context, Future<SqlConnection>> provider) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public Future<Void> close() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close(Handler<AsyncResult<Void>> handler) {
      throw new UnsupportedOperationException();
    }
  }
}
