package io.meridian.runtime.outbox;

import io.meridian.events.Event;
import io.meridian.runtime.Servers;
import io.meridian.runtime.work.SqlOnly;
import io.meridian.runtime.work.UnitOfWork;
import io.meridian.runtime.work.UnitsOfWork;
import io.meridian.runtime.worker.Workers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** What one replica of a service has of the platform, put together without a container. */
public final class Replica implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  static { // Mutiny looks for its context manager when first used, and two threads must not at once
    Uni.createFrom().deferred(() -> Uni.createFrom().voidItem()).await().atMost(PATIENCE);
  }

  public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  public final Workers workers = new Workers();
  public final EventCodec codec = new EventCodec();

  /** What changed without an event, as it was heard: {@code thing id what}. */
  public final List<String> heard = new CopyOnWriteArrayList<>();

  public final Outbox outbox = new Outbox(codec, "test-service", List.of(new Ear()));
  public final Map<String, Object> broker;
  public final Pool pool;
  public final UnitsOfWork units;
  public final Transactions transactions;
  private final Vertx vertx = Vertx.vertx();

  private final class Ear implements Outbox.Witness {
    @Override
    public void told(UnitOfWork unit, List<? extends Event> events) {
      // seen in the outbox
    }

    @Override
    public void changed(UnitOfWork unit, String kind, String id, String what, Object state) {
      heard.add(kind + " " + id + " " + what);
    }
  }

  public Replica(Servers servers) {
    broker = Map.of("bootstrap.servers", servers.bootstrapServers());
    PgConnectOptions database =
        PgConnectOptions.fromUri(servers.databaseUrl())
            .setUser("meridian")
            .setPassword(servers.password())
            .setCachePreparedStatements(true)
            .addProperty("idle_in_transaction_session_timeout", "10000");
    pool = Pool.pool(vertx, database, new PoolOptions().setMaxSize(16));
    units = SqlOnly.on(pool);
    transactions = new Transactions(units, outbox);
  }

  /** Starts this replica's relay. */
  public Replica relaying() {
    var publisher = new OutboxPublisher(broker);
    var upkeep = new OutboxUpkeep(pool, Clock.systemUTC(), meters);
    var relay = new OutboxRelay(outbox, publisher, upkeep, pool, workers);
    relay.start(new StartupEvent());
    return this;
  }

  /** One transaction that announces the events. */
  public void announce(List<? extends Event> events) {
    transactions.write(unit -> outbox.append(unit, events)).await().atMost(PATIENCE);
  }

  public void announce(Event... events) {
    announce(List.of(events));
  }

  @Override
  public void close() throws InterruptedException {
    workers.stopAll();
    pool.close().await().atMost(PATIENCE);
    vertx.close().await().atMost(PATIENCE);
  }
}
