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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;

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
  private static final Duration GATHERING = Duration.ofMillis(5);
  private static final int BUSY_ROWS = 16;
  private static final int BUSY_ROWS_MAX = 500;
  private static final Duration STAND_BY = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CHANNEL = "meridian_outbox";

  /**
   * A queue's table is mostly rows that are gone, and its statistics are of another moment: the
   * plan is settled here. In the order of the positions by the primary key, once for all.
   */
  private static final String PREPARE =
      "set synchronous_commit = off; set enable_seqscan = off; set enable_bitmapscan = off;"
          + " set plan_cache_mode = force_generic_plan; listen "
          + CHANNEL;

  /** At most 1,000 rows, and no more once they hold 4 MiB. */
  private static final String BATCH =
      """
      select position, id, topic, key, type, source, sequence, data, traceparent, occurred_at,
             headers
        from (select b.*, sum(octet_length(data)) over (order by position) - octet_length(data)
                     as bytes_before
                from (select * from outbox order by position limit 1000) b) s
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
    SqlConnection session = lock.session();
    if (session == null) {
      standBy();
      return;
    }
    try {
      upkeep.tend();
      List<Row> batch = next(session);
      if (!batch.isEmpty()) {
        publish(session, batch);
        gather(batch.size());
      } else {
        outbox.awaitNudge(SWEEP);
      }
    } catch (RuntimeException e) {
      lock.release();
      throw e;
    }
  }

  /**
   * Under load, lets the next batch grow: a request to the broker costs far more than one more
   * message in it. A few messages, and the rest of a large backlog, go on at once.
   */
  private static void gather(int published) throws InterruptedException {
    if (published >= BUSY_ROWS && published < BUSY_ROWS_MAX) {
      Thread.sleep(GATHERING);
    }
  }

  private void standBy() throws InterruptedException {
    if (lock.acquire()) {
      SqlConnection session = lock.session();
      if (session != null) {
        PgConnection.cast(session).notificationHandler(ignored -> outbox.nudge());
        await(session.query(PREPARE).execute());
        LOG.debug("relaying the outbox");
      }
    } else if (outbox.awaitNudge(STAND_BY) && !stopping) {
      await(pool.query("notify " + CHANNEL).execute());
    }
  }

  /** Deletes what was acknowledged and reads what is next: two statements, one round trip. */
  private List<Row> next(SqlConnection session) {
    Long[] positions = acknowledged.toArray(Long[]::new);
    Uni<RowSet<Row>> read = session.preparedQuery(BATCH).execute();
    RowSet<Row> rows;
    if (positions.length == 0) {
      rows = await(read);
    } else {
      var deletion = session.preparedQuery(DELETE).execute(Tuple.of(positions));
      rows = await(Uni.combine().all().unis(deletion, read).asTuple()).getItem2();
    }
    List<Row> batch = new ArrayList<>(rows.size());
    for (Row row : rows) {
      if (!acknowledged.contains(row.getLong(0))) {
        batch.add(row);
      }
    }
    acknowledged.clear();
    return batch;
  }

  private void publish(SqlConnection session, List<Row> batch) throws InterruptedException {
    List<Future<RecordMetadata>> answers = publisher.publish(batch);
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
      await(session.preparedQuery(SET_ASIDE).execute(Tuple.of(position, cause.toString())));
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

  private static <T> T await(Uni<T> step) {
    return step.await().atMost(PATIENCE);
  }
}
