package io.meridian.runtime.leadership;

import io.meridian.runtime.work.UnitOfWork;
import io.meridian.runtime.worker.Workers;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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
  private static final long NONE = -1;
  private static final String BEGIN_TERM =
      """
      insert into leadership as l (name, term, holder, since) values ($1, 1, $2, now())
      on conflict (name) do update
        set term = l.term + 1, holder = excluded.holder, since = excluded.since
      returning term
      """;
  private static final String FENCE =
      "select 1 from leadership where name = $1 and term = $2 for share";

  private final String name;
  private final boolean enabled;
  private final String instance;
  private final AdvisoryLock lock;
  private final Workers workers;
  private final List<Consumer<Boolean>> listeners = new CopyOnWriteArrayList<>();
  private final Semaphore wake = new Semaphore(0);
  private volatile long term = NONE;
  private boolean announced;

  Leadership(
      Pool pool,
      Workers workers,
      @ConfigProperty(name = "quarkus.application.name") String name,
      @ConfigProperty(name = "meridian.leadership.enabled", defaultValue = "false") boolean enabled,
      @ConfigProperty(name = "meridian.instance") String instance) {
    this.instance = instance;
    this.name = name;
    this.enabled = enabled;
    this.workers = workers;
    this.lock = new AdvisoryLock(pool, "leader:" + name, this::stepDown);
  }

  /** True while this replica leads, as far as it knows. */
  public boolean isLeader() {
    return term != NONE;
  }

  /**
   * The term in which this replica leads: higher than every earlier one. Empty when it does not.
   */
  public OptionalLong term() {
    long now = term;
    return now == NONE ? OptionalLong.empty() : OptionalLong.of(now);
  }

  /**
   * First step of a transaction that only the leader may make: fails with {@link LostLeadership}
   * unless our term is the current one, and keeps it current until the transaction ends.
   */
  public Uni<Void> fence(UnitOfWork unit) {
    return Uni.createFrom()
        .deferred(
            () ->
                unit.query(FENCE, Tuple.of(name, term))
                    .invoke(
                        rows -> {
                          if (rows.size() != 1) {
                            throw new LostLeadership(name);
                          }
                        })
                    .replaceWithVoid());
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

  void start(@Observes StartupEvent event) {
    if (enabled) {
      workers.start("leadership", this::round, wake::release, this::resign);
    }
  }

  private void round() throws InterruptedException {
    try {
      if (lock.connection() == null) {
        stepDown();
        announce();
        if (lock.acquire()) {
          lead();
        }
      } else {
        lock.beat();
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

  private void lead() {
    SqlConnection session = lock.connection();
    if (session == null) {
      return;
    }
    Row row =
        session
            .preparedQuery(BEGIN_TERM)
            .execute(Tuple.of(name, instance))
            .await()
            .atMost(Duration.ofSeconds(30))
            .iterator()
            .next();
    term = row.getLong("term");
    if (lock.connection() == null) {
      stepDown();
    } else {
      LOG.infof("leading %s, term %d", name, term);
    }
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
