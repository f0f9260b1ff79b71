package io.meridian.escalation.intake.application;

import io.meridian.audit.act.Act;
import io.meridian.escalation.intake.domain.Arrival;
import io.meridian.escalation.intake.domain.IntakeDecision;
import io.meridian.gather.Gatherer;
import io.meridian.gather.Limits;
import io.meridian.gather.Waiting;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.runtime.worker.Failures;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes arrivals in batches. What looks new is inserted without a look; what turns out to be known,
 * or changed under our hands, goes round again with its present state. What fails is taken apart
 * until the culprit stands alone: nobody else's message fails with it.
 */
@ApplicationScoped
class BatchedIntake {
  private static final Logger LOG = Logger.getLogger(BatchedIntake.class);
  private static final Act OWN = Act.of(Actor.system("intake"));
  private static final int ROUNDS_MAX = 8;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final BatchRound batchRound;
  private final Gatherer<ActedArrival, IntakeDecision> gatherer;

  BatchedIntake(BatchRound batchRound, IntakeConfig config) {
    this.batchRound = batchRound;
    this.gatherer =
        new Gatherer<>(
            this::flush,
            new Limits(config.batchMax(), config.flightsMax(), config.waitingMax()),
            () -> Problem.unavailable(RETRY_AFTER));
  }

  /** Answers after the commit; 503 when too many wait. */
  Uni<IntakeDecision> take(Arrival arrival) {
    Act act = Act.current().orElse(OWN);
    return gatherer.submit(new ActedArrival(arrival, act));
  }

  private Uni<Void> flush(List<Waiting<ActedArrival, IntakeDecision>> batch) {
    return round(ArrivalGroup.of(batch), false, ROUNDS_MAX);
  }

  /**
   * @param look true to look for every group's record, false only for those that are likely known
   */
  private Uni<Void> round(List<ArrivalGroup> groups, boolean look, int roundsLeft) {
    if (groups.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    if (roundsLeft == 0) {
      groups.forEach(group -> group.fail(Problem.unavailable(RETRY_AFTER)));
      return Uni.createFrom().voidItem();
    }
    return batchRound
        .write(groups, look)
        .onItemOrFailure()
        .transformToUni(
            (saved, failure) ->
                failure == null
                    ? round(answer(groups, saved), true, roundsLeft - 1)
                    : unwritten(groups, look, roundsLeft, failure));
  }

  /** Answers what is settled; the rest was overtaken by somebody else: decide it again. */
  private static List<ArrivalGroup> answer(List<ArrivalGroup> groups, Set<UUID> saved) {
    List<ArrivalGroup> overtaken = new ArrayList<>();
    for (ArrivalGroup group : groups) {
      if (group.isOvertaken(saved)) {
        overtaken.add(group);
      } else {
        group.answer();
      }
    }
    return overtaken;
  }

  /** Nothing is written: an outage is told to all, any other failure belongs to one of them. */
  private Uni<Void> unwritten(
      List<ArrivalGroup> groups, boolean look, int roundsLeft, Throwable failure) {
    if (Failures.isTransient(failure)) {
      LOG.warnf("a batch of %d was not written: %s", groups.size(), failure);
      groups.forEach(group -> group.fail(Problem.unavailable(RETRY_AFTER)));
      return Uni.createFrom().voidItem();
    }
    if (groups.size() == 1) {
      groups.getFirst().fail(failure);
      return Uni.createFrom().voidItem();
    }
    int half = groups.size() / 2;
    return round(groups.subList(0, half), look, roundsLeft)
        .chain(() -> round(groups.subList(half, groups.size()), look, roundsLeft));
  }
}
