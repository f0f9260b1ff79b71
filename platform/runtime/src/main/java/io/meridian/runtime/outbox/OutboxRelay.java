package io.meridian.runtime.outbox;

import static java.util.Objects.requireNonNullElse;

import io.meridian.runtime.leadership.AdvisoryLock;
import io.meridian.runtime.worker.Workers;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the outbox in the order written: batches, each acknowledged by the broker before it is
 * deleted. One relay per service works at a time, the holder of an advisory lock; the others pass
 * their nudges on to it. A crash between acknowledgement and deletion publishes a batch again,
 * under the same ids.
 */
@ApplicationScoped
class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final Duration SWEEP = Duration.ofSeconds(1);
  private static final Duration STAND_BY = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CHANNEL = "meridian_outbox";
  private static final String PREPARE = "set synchronous_commit = off; listen " + CHANNEL;

  private static final int ROWS_MAX = 1_000;

  /** The first rows after a position: at most 1,000, and no more once they hold 4 MiB. */
  private static final String BATCH =
      """
      select position, id, topic, key, type, source, sequence, data, traceparent, occurred_at,
             headers
        from (select b.*, sum(octet_length(data)) over (order by position) - octet_length(data)
                     as bytes_before
                from (select * from outbox where position > $1 order by position limit 1000) b) s
       where bytes_before < 4194304
       order by position
      """;

  private static final String DELETE = "delete from outbox where position = any($1)";
  private static final String SET_ASIDE =
      """
      with refused as (delete from outbox where position = $1 returning *)
      insert into outbox_refused
        (position, id, topic, key, type, source, sequence, data, traceparent, occurred_at, headers,
         written_at, reason)
      select position, id, topic, key, type, source, sequence, data, traceparent, occurred_at,
             headers, written_at, $2
        from refused
      """;

  private final Outbox outbox;
  private final OutboxPublisher publisher;
  private final OutboxUpkeep upkeep;
  private final Pool pool;
  private final Workers workers;
  private final AdvisoryLock lock;

  /** Acknowledged by the broker, not yet deleted. */
  private final Set<Long> acknowledged = new HashSet<>();

  /** What comes after a full batch, read while that batch is on its way. */
  private @Nullable CompletableFuture<RowSet<Row>> ahead;

  private volatile boolean stopping;

  OutboxRelay(
      Outbox outbox, OutboxPublisher publisher, OutboxUpkeep upkeep, Pool pool, Workers workers) {
    this.outbox = outbox;
    this.publisher = publisher;
    this.upkeep = upkeep;
    this.pool = pool;
    this.workers = workers;
    this.lock = new AdvisoryLock(pool, "outbox", outbox::nudge);
  }

  void start(@Observes StartupEvent event) {
    workers.start("outbox-relay", this::round, this::wake, this::end);
  }

  private void wake() {
    stopping = true;
    outbox.nudge();
  }

  private void end() {
    publisher.close(Duration.ofSeconds(1));
    lock.release();
  }

  private void round() throws InterruptedException {
    SqlConnection session = lock.connection();
    try {
      if (session == null) {
        standBy();
      } else {
        upkeep.tend();
        relay(session);
      }
    } catch (RuntimeException e) {
      ahead = null;
      lock.release();
      throw e;
    }
  }

  private void standBy() throws InterruptedException {
    if (lock.acquire()) {
      SqlConnection session = lock.connection();
      if (session != null) {
        PgConnection.cast(session).notificationHandler(ignored -> outbox.nudge());
        await(start(session.query(PREPARE).execute()));
        LOG.debug("relaying the outbox");
      }
    } else if (outbox.awaitNudge(STAND_BY) && !stopping) {
      await(start(pool.query("notify " + CHANNEL).execute()));
    }
  }

  /**
   * One batch. Its rows are read while the one before is on its way, and that one is deleted while
   * this one is sent; reading from the start again, when a batch is not full, finds rows that were
   * committed late.
   */
  private void relay(SqlConnection session) throws InterruptedException {
    CompletableFuture<RowSet<Row>> read = ahead;
    ahead = null;
    if (read == null) {
      read = after(0, session);
    }
    Long[] done = acknowledged.toArray(Long[]::new);
    List<CompletableFuture<RowSet<Row>>> deletion =
        done.length == 0
            ? List.of()
            : List.of(start(session.preparedQuery(DELETE).execute(Tuple.of(done))));
    List<Row> batch = new ArrayList<>();
    for (Row row : await(read)) {
      if (!acknowledged.contains(row.getLong(0))) {
        batch.add(row);
      }
    }
    List<Future<RecordMetadata>> answers = publisher.publish(batch);
    if (batch.size() == ROWS_MAX) {
      ahead = after(batch.getLast().getLong(0), session);
    }
    deletion.forEach(OutboxRelay::await);
    acknowledged.clear();
    if (batch.isEmpty()) {
      outbox.awaitNudge(SWEEP);
    } else {
      acknowledge(session, batch, answers);
    }
  }

  private static CompletableFuture<RowSet<Row>> after(long position, SqlConnection session) {
    return start(session.preparedQuery(BATCH).execute(Tuple.of(position)));
  }

  private void acknowledge(
      SqlConnection session, List<Row> batch, List<Future<RecordMetadata>> answers)
      throws InterruptedException {
    for (int i = 0; i < answers.size(); i++) {
      long position = batch.get(i).getLong(0);
      try {
        acknowledgement(answers.get(i));
        acknowledged.add(position);
      } catch (ExecutionException e) {
        refused(session, position, requireNonNullElse(e.getCause(), e));
      }
    }
    upkeep.published(batch.size());
  }

  /** One message the broker will never take is set aside; any other failure stops the batch. */
  private void refused(SqlConnection session, long position, Throwable cause) {
    if (OutboxPublisher.isRefusal(cause)) {
      LOG.errorf("outbox row %d set aside: %s", position, cause);
      await(start(session.preparedQuery(SET_ASIDE).execute(Tuple.of(position, cause.toString()))));
    } else {
      publisher.close(Duration.ZERO);
      throw new IllegalStateException("the broker does not acknowledge: " + cause, cause);
    }
  }

  /** Waits as long as the producer tries, and shows meanwhile that this holder is alive. */
  private void acknowledgement(Future<RecordMetadata> answer)
      throws InterruptedException, ExecutionException {
    while (true) {
      try {
        answer.get(SWEEP.toMillis(), TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        if (stopping) {
          throw (CancellationException) new CancellationException("stopping").initCause(e);
        }
        lock.beat();
        upkeep.tend();
      }
    }
  }

  private static <T> CompletableFuture<T> start(Uni<T> statement) {
    return statement.subscribeAsCompletionStage();
  }

  private static <T> T await(CompletableFuture<T> statement) {
    return Uni.createFrom().completionStage(statement).await().atMost(PATIENCE);
  }
}
