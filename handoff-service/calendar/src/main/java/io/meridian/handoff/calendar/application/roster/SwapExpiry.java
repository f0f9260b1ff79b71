package io.meridian.handoff.calendar.application.roster;

import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.roster.SwapRequest;
import io.meridian.handoff.calendar.domain.roster.SwapStage;
import io.meridian.handoff.calendar.store.roster.SwapRepository;
import io.meridian.runtime.clock.DomainClock;
import io.meridian.runtime.leadership.Leadership;
import io.meridian.runtime.leadership.LostLeadership;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.meridian.runtime.worker.Workers;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Ends requests that nobody answered in time, as of the instant at which they expired. The leader
 * does it; a request that is over cannot be accepted before that either.
 */
@ApplicationScoped
public class SwapExpiry {
  private static final Logger LOG = Logger.getLogger(SwapExpiry.class);
  private static final long LOOK_AGAIN_MILLIS = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Transactions transactions;
  private final Leadership leadership;
  private final CurrentCalendar current;
  private final SwapRepository store;
  private final SwapLog log;
  private final DomainClock clock;
  private final Workers workers;
  private final Semaphore wake = new Semaphore(0);

  SwapExpiry(
      Transactions transactions,
      Leadership leadership,
      CurrentCalendar current,
      SwapRepository store,
      SwapLog log,
      DomainClock clock,
      Workers workers) {
    this.transactions = transactions;
    this.leadership = leadership;
    this.current = current;
    this.store = store;
    this.log = log;
    this.clock = clock;
    this.workers = workers;
  }

  void start(@Observes StartupEvent event) {
    workers.start("swap-expiry", this::round, wake::release, () -> {});
  }

  private void round() throws InterruptedException {
    if (leadership.isLeader()) {
      Optional<Instant> earliest =
          transactions.read(store::earliestExpiry).await().atMost(PATIENCE);
      if (earliest.isPresent() && !earliest.get().isAfter(clock.instant())) {
        try {
          transactions.write(this::expire).await().atMost(PATIENCE);
        } catch (LostLeadership e) {
          LOG.info("expired requests are left to the new leader");
        }
      }
    }
    if (wake.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
  }

  private Uni<Void> expire(UnitOfWork unit) {
    return leadership
        .fence(unit)
        .chain(() -> store.lockExpired(unit, clock.instant()))
        .chain(requests -> current.in(unit).chain(now -> expire(unit, now, requests)));
  }

  private Uni<Void> expire(UnitOfWork unit, InForce now, List<SwapRequest> requests) {
    return Multi.createFrom()
        .iterable(requests)
        .map(r -> r.in(new SwapStage.Asked().expire(r.expiresAt()), r.expiresAt()))
        .onItem()
        .transformToUniAndConcatenate(request -> log.save(unit, now, request))
        .collect()
        .asList()
        .replaceWithVoid();
  }
}
