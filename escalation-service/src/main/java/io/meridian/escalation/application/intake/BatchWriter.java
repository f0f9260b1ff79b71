package io.meridian.escalation.application.intake;

import io.meridian.escalation.application.intake.Group.Verdict;
import io.meridian.escalation.store.EscalationBatches;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.worker.Failures;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Writes verdicts with one statement, and answers those that it saved. */
@ApplicationScoped
class BatchWriter {
  private static final Logger LOG = Logger.getLogger(BatchWriter.class);
  private static final int RACES_MAX = 3;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final EscalationBatches escalations;
  private final Outbox outbox;

  BatchWriter(EscalationBatches escalations, Outbox outbox) {
    this.escalations = escalations;
    this.outbox = outbox;
  }

  /**
   * Saves all or, if the database refuses a value of one of them, all others.
   *
   * @param changes sorted by record
   * @return the groups that somebody else overtook: decide them again
   */
  Uni<List<Group>> write(List<Verdict> changes) {
    if (changes.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return Uni.createFrom()
        .deferred(() -> escalations.save(changes.stream().map(Verdict::change).toList()))
        .onFailure(Failures::isRace)
        .retry()
        .atMost(RACES_MAX)
        .map(
            saved -> {
              outbox.nudge();
              changes.stream().filter(v -> saved.contains(v.after().id())).forEach(Verdict::answer);
              return changes.stream()
                  .filter(v -> !saved.contains(v.after().id()))
                  .map(Verdict::group)
                  .toList();
            })
        .onFailure(BatchWriter::isRefusal)
        .recoverWithUni(refusal -> narrowDown(changes, refusal))
        .onFailure(Failures::isTransient)
        .transform(
            outage -> {
              LOG.warnf("a batch of %d was not written: %s", changes.size(), outage);
              return Problem.unavailable(RETRY_AFTER);
            });
  }

  /** One refused value fails a whole statement: halves find it. */
  private Uni<List<Group>> narrowDown(List<Verdict> changes, Throwable refusal) {
    if (changes.size() == 1) {
      changes.getFirst().group().fail(refusal);
      return Uni.createFrom().item(List.of());
    }
    int half = changes.size() / 2;
    return write(changes.subList(0, half))
        .chain(
            first ->
                write(changes.subList(half, changes.size()))
                    .map(second -> Stream.concat(first.stream(), second.stream()).toList()));
  }

  /** Data exceptions and violated constraints: the classes 22 and 23 of SQLSTATE. */
  private static boolean isRefusal(Throwable failure) {
    return failure instanceof PgException pg
        && pg.getSqlState() != null
        && (pg.getSqlState().startsWith("22") || pg.getSqlState().startsWith("23"));
  }
}
