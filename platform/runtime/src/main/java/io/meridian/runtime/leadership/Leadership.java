package io.meridian.runtime.leadership;

import static java.util.Objects.requireNonNullElse;

import io.meridian.runtime.work.UnitOfWork;
import io.meridian.runtime.worker.Workers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Whether this replica of the service leads. Being the leader is a hint only: every write that only
 * the leader may make goes through {@link #fence}, which refuses a term that is over.
 */
@ApplicationScoped
public class Leadership {
  private static final Logger LOG = Logger.getLogger(Leadership.class);
  private static final long ROUND_MILLIS = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long NONE = -1;
  private static final String LAST_TERM = "select term from leadership where name = $1";

  /**
   * Only if no other term began since the last one was read, before the lock was acquired: who lost
   * the lock meanwhile, and does not know, cannot overtake the next holder.
   */
  private static final String BEGIN_TERM =
      """
      insert into leadership as l (name, term, holder, since) values ($1, $2, $3, now())
      on conflict (name) do update
        set term = excluded.term, holder = excluded.holder, since = excluded.since
        where l.term = excluded.term - 1
      returning term
      """;

  private static final String FENCE =
      "select 1 from leadership where name = $1 and term = $2 for share";

  private final String name;
  private final boolean enabled;
  private final String instance;
  private final LeaderLock lock;
  private final Pool pool;
  private final Workers workers;
  private final List<Consumer<Boolean>> listeners = new CopyOnWriteArrayList<>();
  private final Semaphore wake = new Semaphore(0);
  private volatile long term = NONE;
  private boolean announced;

  @Inject
  Leadership(
      Pool pool,
      Workers workers,
      @All List<LeaderLock.Way> ways,
      @ConfigProperty(name = "quarkus.application.name") String name,
      @ConfigProperty(name = "meridian.leadership.enabled", defaultValue = "false") boolean enabled,
      @ConfigProperty(name = "meridian.leadership.by", defaultValue = AdvisoryLock.OfTheService.BY)
          String by,
      @ConfigProperty(name = "meridian.instance") String instance) {
    this(pool, workers, chosen(ways, by), name, enabled, instance);
  }

  Leadership(
      Pool pool,
      Workers workers,
      LeaderLock.Way way,
      String name,
      boolean enabled,
      String instance) {
    this.pool = pool;
    this.workers = workers;
    this.name = name;
    this.enabled = enabled;
    this.instance = instance;
    this.lock = way.lock(name, instance, this::stepDown);
  }

  private static LeaderLock.Way chosen(List<LeaderLock.Way> ways, String by) {
    return ways.stream()
        .filter(way -> way.by().equals(by))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "meridian.leadership.by is one of %s, not %s"
                        .formatted(ways.stream().map(LeaderLock.Way::by).sorted().toList(), by)));
  }

  /** True while this replica leads, as far as it knows. */
  public boolean isLeader() {
    return term != NONE && lock.isHeld();
  }

  /**
   * The term in which this replica leads: higher than every earlier one. Empty when it does not.
   */
  public OptionalLong term() {
    long now = term;
    return now == NONE || !lock.isHeld() ? OptionalLong.empty() : OptionalLong.of(now);
  }

  /**
   * First step of a transaction that only the leader may make: fails with {@link LostLeadership}
   * unless our term is the current one, and keeps it current until the transaction ends.
   */
  public Uni<Void> fence(UnitOfWork unit) {
    return Uni.createFrom()
        .deferred(
            () -> {
              long ours = term;
              return unit.query(FENCE, Tuple.of(name, ours))
                  .invoke(
                      rows -> {
                        if (rows.size() != 1) {
                          throw refused(ours);
                        }
                      })
                  .replaceWithVoid();
            });
  }

  private LostLeadership refused(long ours) {
    if (ours != NONE && ours == term) {
      lock.overtaken();
    }
    return new LostLeadership(name);
  }

  /**
   * Calls {@code listener} with true when this replica begins to lead and with false when it ends,
   * on the leadership's own thread: do little there. A leader already is told at once.
   */
  public void onChange(Consumer<Boolean> listener) {
    synchronized (listeners) {
      listeners.add(listener);
      if (announced) {
        listener.accept(true);
      }
    }
  }

  void start(@Observes StartupEvent event, MeterRegistry meters) {
    if (enabled) {
      Gauge.builder("meridian.leader", this, each -> each.isLeader() ? 1 : 0)
          .description("1 while this replica leads, as far as it knows")
          .register(meters);
      workers.start("leadership", this::round, wake::release, this::resign);
    }
  }

  private void round() throws InterruptedException {
    try {
      if (lock.isHeld()) {
        lock.beat();
      }
      if (!isLeader()) {
        tryToLead();
      }
    } catch (RuntimeException e) {
      resign();
      throw e;
    }
    announce();
    if (wake.tryAcquire(ROUND_MILLIS, TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
  }

  private void tryToLead() {
    term = NONE;
    announce();
    long last = lastTerm();
    if (!lock.acquire()) {
      return;
    }
    if (begin(last + 1) && isLeader()) {
      LOG.infof("leading %s, term %d", name, term);
    } else {
      term = NONE;
      lock.release();
    }
  }

  private long lastTerm() {
    RowSet<Row> rows =
        pool.preparedQuery(LAST_TERM).execute(Tuple.of(name)).await().atMost(PATIENCE);
    return rows.size() == 0 ? 0 : rows.iterator().next().getLong(0);
  }

  /** False when somebody else has begun a term meanwhile. */
  private boolean begin(long next) {
    SqlClient client = requireNonNullElse(lock.session(), pool);
    boolean begun =
        client
                .preparedQuery(BEGIN_TERM)
                .execute(Tuple.of(name, next, instance))
                .await()
                .atMost(PATIENCE)
                .size()
            == 1;
    if (begun) {
      term = next;
    }
    return begun;
  }

  private void resign() {
    stepDown();
    announce();
    lock.release();
  }

  private void stepDown() {
    term = NONE;
    wake.release();
  }

  private void announce() {
    synchronized (listeners) {
      if (announced != isLeader()) {
        announced = !announced;
        listeners.forEach(listener -> listener.accept(announced));
      }
    }
  }
}
