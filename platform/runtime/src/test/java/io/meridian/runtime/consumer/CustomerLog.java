package io.meridian.runtime.consumer;

import io.meridian.events.CustomerEvent;
import io.meridian.events.Topic;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A consumer for tests: writes what it gets into a table, and fails when told to. */
@ApplicationScoped
public class CustomerLog implements EventConsumer {
  /** Nanoseconds of arrival by event id. */
  public final ConcurrentHashMap<UUID, Long> arrivals = new ConcurrentHashMap<>();

  public final List<String> poison = new CopyOnWriteArrayList<>();
  public final AtomicInteger outages = new AtomicInteger();
  public final List<Integer> batches = new CopyOnWriteArrayList<>();

  @Override
  public String name() {
    return "customer-log";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.CUSTOMERS);
  }

  @Override
  public Uni<Void> apply(SqlConnection tx, List<Received> batch) {
    long now = System.nanoTime();
    batch.forEach(received -> arrivals.putIfAbsent(received.id(), now));
    batches.add(batch.size());
    if (outages.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      return Uni.createFrom().failure(new java.io.IOException("database is away"));
    }
    List<Tuple> rows = new ArrayList<>();
    for (Received received : batch) {
      var customer = ((CustomerEvent) received.event()).customer();
      rows.add(Tuple.of(received.id(), customer.id(), customer.revision(), customer.name()));
      if (poison.contains(customer.name())) {
        return tx.query("select 1/0").execute().replaceWithVoid();
      }
    }
    return tx.preparedQuery(
            "insert into seen (event_id, customer, revision, name) values ($1, $2, $3, $4)")
        .executeBatch(rows)
        .replaceWithVoid();
  }

  /** For readers of the log that want the domain time. */
  public static Instant time(Received received) {
    return received.time();
  }
}
