package io.meridian.escalation.escalation.application;

import io.meridian.audit.act.Act;
import io.meridian.escalation.customer.domain.TermsByCustomer;
import io.meridian.escalation.escalation.domain.Command;
import io.meridian.escalation.escalation.domain.Decision.Accepted;
import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.escalation.escalation.store.EscalationBatches;
import io.meridian.escalation.escalation.store.EscalationChange;
import io.meridian.rest.security.Actor;
import io.meridian.runtime.clock.DomainClock;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.worker.Failures;
import io.meridian.runtime.worker.Workers;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Closes what has been resolved for long enough. Every replica does it: a change is saved only if
 * the escalation still is as it was when that was decided, so that of two who close it, or of one
 * who closes and one who reopens it, the first counts. What was due while the service was down is
 * closed when it is up again, at that instant.
 */
@ApplicationScoped
class DueClosings {
  private static final String NAME = "due-closings";
  private static final Act OWN = Act.of(Actor.system(NAME));
  private static final int BATCH_MAX = 256;
  private static final int RACES_MAX = 3;
  private static final long LOOK_AGAIN_MILLIS = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final EscalationBatches escalations;
  private final Outbox outbox;
  private final DomainClock clock;
  private final Workers workers;
  private final Command.CloseWhenDue command;

  /** Closing rests on no customer's terms: they were written down at the resolution. */
  private final TermsByCustomer terms = TermsByCustomer.none(Duration.ZERO);

  private final Semaphore wake = new Semaphore(0);

  DueClosings(
      EscalationBatches escalations,
      Outbox outbox,
      DomainClock clock,
      Workers workers,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.escalations = escalations;
    this.outbox = outbox;
    this.clock = clock;
    this.workers = workers;
    this.command = new Command.CloseWhenDue(service);
  }

  void start(@Observes StartupEvent event) {
    workers.start(NAME, this::round, wake::release, () -> {});
  }

  private void round() throws InterruptedException {
    int closed = closeDue().await().atMost(PATIENCE);
    if (closed < BATCH_MAX && wake.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
  }

  /** Closes at most a batch of what is due; answers how many it has closed. */
  private Uni<Integer> closeDue() {
    return Uni.createFrom()
        .deferred(
            () -> {
              Instant now = clock.instant();
              return escalations.due(now, BATCH_MAX).chain(due -> close(due, now));
            })
        .onFailure(Failures::isRace)
        .retry()
        .atMost(RACES_MAX)
        .map(Set::size);
  }

  private Uni<Set<UUID>> close(List<Escalation> due, Instant now) {
    List<EscalationChange> changes = due.stream().flatMap(one -> change(one, now)).toList();
    return changes.isEmpty()
        ? Uni.createFrom().item(Set.of())
        : escalations.save(changes).invoke(outbox::nudge);
  }

  private Stream<EscalationChange> change(Escalation due, Instant now) {
    return due.decide(command, terms, now) instanceof Accepted accepted
            && !accepted.events().isEmpty()
        ? Stream.of(
            new EscalationChange(
                due,
                accepted.after(),
                accepted.events(),
                List.of(new EscalationChange.Step(OWN, accepted.after()))))
        : Stream.empty();
  }
}
