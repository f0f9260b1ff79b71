package io.meridian.runtime.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/**
 * What the relay's holder does beside relaying: measures the backlog, sweeps up after the relay,
 * and prunes what was kept to recognise repeats. For the relay's thread.
 */
@ApplicationScoped
class OutboxUpkeep {
  private static final Logger LOG = Logger.getLogger(OutboxUpkeep.class);
  private static final Duration MEASURE_EVERY = Duration.ofSeconds(2);
  private static final Duration PRUNE_EVERY = Duration.ofHours(1);
  private static final int PRUNED_MAX = 5_000;
  private static final int VACUUM_EVERY_EVENTS = 10_000;

  /** Without it the relay reads past all that it has deleted since autovacuum last came by. */
  private static final String VACUUM = "vacuum (index_cleanup on, truncate off) outbox";

  private static final String BACKLOG =
      """
      select count(*), coalesce(extract(epoch from clock_timestamp() - min(written_at)), 0)::float8
        from outbox
      """;

  /** Each by the clock that wrote the instant: the database's, or the domain's. */
  private static final String PRUNE_INBOX =
      prune("inbox", "received_at < now() - interval '7 days'");

  private static final String PRUNE_ANSWERS = prune("idempotency", "created_at < $1");
  private static final Duration ANSWERS_KEPT = Duration.ofHours(24);

  private final Pool pool;
  private final Clock clock;
  private final Counter published;
  private volatile long backlog;
  private volatile double oldestSeconds;
  private long measuredAt = System.nanoTime();
  private long prunedAt = measuredAt;
  private int sinceVacuum;

  OutboxUpkeep(Pool pool, Clock clock, MeterRegistry meters) {
    this.pool = pool;
    this.clock = clock;
    this.published =
        Counter.builder("meridian.outbox.published")
            .description("Events acknowledged by the broker")
            .register(meters);
    Gauge.builder("meridian.outbox.backlog", () -> backlog)
        .description("Events written and not yet published")
        .register(meters);
    Gauge.builder("meridian.outbox.oldest.age", () -> oldestSeconds)
        .description("How long the oldest unpublished event has waited")
        .baseUnit("seconds")
        .register(meters);
  }

  void published(int events) {
    published.increment(events);
    sinceVacuum += events;
  }

  /** Does what is due, in the background and on other connections than the relay's. */
  void tend() {
    long now = System.nanoTime();
    if (now - measuredAt > MEASURE_EVERY.toNanos()) {
      measuredAt = now;
      pool.query(BACKLOG)
          .execute()
          .subscribe()
          .with(rows -> measured(rows.iterator().next()), OutboxUpkeep::unimportant);
    }
    if (sinceVacuum > VACUUM_EVERY_EVENTS) {
      sinceVacuum = 0;
      pool.query(VACUUM).execute().subscribe().with(ignored -> {}, OutboxUpkeep::unimportant);
    }
    if (now - prunedAt > PRUNE_EVERY.toNanos()) {
      prunedAt = now;
      pruneAll().subscribe().with(ignored -> {}, OutboxUpkeep::unimportant);
    }
  }

  /** Deletes in small transactions until nothing old is left. */
  Uni<Void> pruneAll() {
    return prune(PRUNE_INBOX, Tuple.tuple())
        .chain(
            () ->
                prune(
                    PRUNE_ANSWERS,
                    Tuple.of(clock.instant().minus(ANSWERS_KEPT).atOffset(ZoneOffset.UTC))));
  }

  private Uni<Void> prune(String sql, Tuple arguments) {
    return Uni.createFrom()
        .deferred(() -> pool.preparedQuery(sql).execute(arguments))
        .repeat()
        .whilst(rows -> rows.rowCount() == PRUNED_MAX)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private void measured(Row row) {
    backlog = row.getLong(0);
    oldestSeconds = row.getDouble(1);
  }

  private static void unimportant(Throwable failure) {
    LOG.debugf("upkeep: %s", failure);
  }

  private static String prune(String table, String condition) {
    return "delete from %1$s where ctid = any (array(select ctid from %1$s where %2$s limit %3$d))"
        .formatted(table, condition, PRUNED_MAX);
  }
}
