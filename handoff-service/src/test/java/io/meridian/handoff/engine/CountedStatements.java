package io.meridian.handoff.engine;

import static io.meridian.handoff.engine.OtherServices.PATIENCE;

import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Counts what is asked of the database. */
final class CountedStatements {
  private CountedStatements() {}

  /** How many statements the work takes on a connection of its own. */
  static int of(Pool pool, Function<UnitOfWork, Uni<?>> work) {
    AtomicInteger count = new AtomicInteger();
    pool.withConnection(
            connection -> work.apply(UnitOfWork.on(counting(connection, count))).replaceWithVoid())
        .await()
        .atMost(PATIENCE);
    return count.get();
  }

  private static SqlConnection counting(SqlConnection connection, AtomicInteger count) {
    var delegate = connection.getDelegate();
    var proxy =
        Proxy.newProxyInstance(
            CountedStatements.class.getClassLoader(),
            new Class<?>[] {io.vertx.sqlclient.SqlConnection.class},
            (self, method, arguments) -> {
              if (method.getName().equals("preparedQuery") || method.getName().equals("query")) {
                count.incrementAndGet();
              }
              try {
                return method.invoke(delegate, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return SqlConnection.newInstance((io.vertx.sqlclient.SqlConnection) proxy);
  }
}
