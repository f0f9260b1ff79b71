package io.meridian.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The raw limit of one-by-one writes: JDBC clients, one prepared statement and one commit a row,
 * into tables of the same shape as the service's, with the same bytes.
 */
final class RawInserts {

  /** Opens a connection of a client's own. */
  interface Connecting {
    Connection connect() throws SQLException;
  }

  /** Fills one statement for the row with this number. */
  interface Binder {
    void bind(PreparedStatement statement, int row) throws SQLException;
  }

  private final Connecting connecting;
  private final String sql;
  private final Binder binder;

  RawInserts(Connecting connecting, String sql, Binder binder) {
    this.connecting = connecting;
    this.sql = sql;
    this.binder = binder;
  }

  /** Writes rows {@code 0..count-1} with so many clients and answers rows a second. */
  double perSecond(int clients, int count) throws Exception {
    AtomicInteger next = new AtomicInteger();
    CountDownLatch ready = new CountDownLatch(clients);
    CountDownLatch go = new CountDownLatch(1);
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      for (int i = 0; i < clients; i++) {
        running.add(threads.submit(() -> client(next, count, ready, go)));
      }
      ready.await();
      long start = System.nanoTime();
      go.countDown();
      await(running);
      return count * 1e9 / (System.nanoTime() - start);
    }
  }

  private Void client(AtomicInteger next, int count, CountDownLatch ready, CountDownLatch go)
      throws SQLException, InterruptedException {
    try (Connection connection = connecting.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      ready.countDown();
      go.await();
      for (int row = next.getAndIncrement(); row < count; row = next.getAndIncrement()) {
        binder.bind(statement, row);
        statement.executeUpdate();
      }
    }
    return null;
  }

  private static void await(List<Future<?>> running) throws Exception {
    for (Future<?> future : running) {
      try {
        future.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a raw client failed", e.getCause());
      }
    }
  }
}
