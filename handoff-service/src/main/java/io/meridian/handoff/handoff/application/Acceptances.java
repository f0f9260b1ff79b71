package io.meridian.handoff.handoff.application;

import io.meridian.audit.act.Act;
import io.meridian.audit.application.AuditLog;
import io.meridian.gather.Gatherer;
import io.meridian.gather.Limits;
import io.meridian.gather.Waiting;
import io.meridian.handoff.handoff.application.HandoffAnswers.Outcome;
import io.meridian.handoff.handoff.application.HandoffAnswers.Wish;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Acceptances of single handoffs. When a shift begins, all its TAMs accept within the same minutes:
 * those that come while others are being written are decided and written together, since the roster
 * to decide by and most statements are the same for one and for fifty.
 */
@ApplicationScoped
public class Acceptances {
  private static final Limits LIMITS = new Limits(64, 2, 5_000);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final HandoffAnswers answers;
  private final HandoffReading reading;
  private final Transactions transactions;
  private final AuditLog audit;
  private final Gatherer<ActedWish, HandoffDetails> gatherer;

  Acceptances(
      HandoffAnswers answers, HandoffReading reading, Transactions transactions, AuditLog audit) {
    this.answers = answers;
    this.reading = reading;
    this.transactions = transactions;
    this.audit = audit;
    this.gatherer = new Gatherer<>(this::take, LIMITS, () -> Problem.unavailable(RETRY_AFTER));
  }

  /** A wish, and with whose request it came: that is lost once it waits among others. */
  private record ActedWish(Wish wish, @Nullable Act act) {}

  private record Written(List<Outcome> outcomes, Map<UUID, HandoffDetails> handoffs) {}

  /**
   * A TAM accepts a handoff; answered after the commit. A repeat changes nothing.
   *
   * @throws Problem 404, 403, 409, 400 without the read-back that severe escalations need, or 503
   *     when too many wait
   */
  public Uni<HandoffDetails> accept(Wish wish) {
    return gatherer.submit(new ActedWish(wish, Act.current().orElse(null)));
  }

  /** What fails together is tried one by one: a fault of one is nobody else's. */
  private Uni<Void> take(List<Waiting<ActedWish, HandoffDetails>> batch) {
    Uni<Void> together = write(batch);
    return batch.size() == 1
        ? together
        : together.onFailure().recoverWithUni(() -> takeOneByOne(batch));
  }

  private Uni<Void> takeOneByOne(List<Waiting<ActedWish, HandoffDetails>> batch) {
    return Multi.createFrom()
        .iterable(batch)
        .onItem()
        .transformToUniAndConcatenate(
            one -> write(List.of(one)).onFailure().invoke(one::fail).onFailure().recoverWithNull())
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> write(List<Waiting<ActedWish, HandoffDetails>> batch) {
    List<Wish> wishes = batch.stream().map(one -> one.item().wish()).toList();
    return transactions
        .write(
            unit ->
                answers
                    .acceptAll(unit, wishes)
                    .chain(outcomes -> written(unit, outcomes))
                    .invoke(written -> attribute(unit, batch, written)))
        .invoke(
            written -> {
              for (int i = 0; i < batch.size(); i++) {
                answer(batch.get(i), written.outcomes().get(i), written.handoffs());
              }
            })
        .replaceWithVoid();
  }

  /** Whoever came first with what was taken has changed it; a repeat has not. */
  private void attribute(
      UnitOfWork unit, List<Waiting<ActedWish, HandoffDetails>> batch, Written written) {
    Map<String, Act> acts = new HashMap<>();
    for (int i = 0; i < batch.size(); i++) {
      Act act = batch.get(i).item().act();
      Outcome outcome = written.outcomes().get(i);
      HandoffDetails handoff = written.handoffs().get(outcome.id());
      if (act != null && outcome.isTaken() && handoff != null) {
        acts.putIfAbsent(handoff.state().escalationId().toString(), act);
      }
    }
    audit.attribute(unit, acts);
  }

  private Uni<Written> written(UnitOfWork unit, List<Outcome> outcomes) {
    List<UUID> taken =
        outcomes.stream().filter(Outcome::isTaken).map(Outcome::id).distinct().toList();
    return reading.find(unit, taken).map(handoffs -> new Written(outcomes, handoffs));
  }

  private static void answer(
      Waiting<ActedWish, HandoffDetails> one, Outcome outcome, Map<UUID, HandoffDetails> handoffs) {
    Problem refusal = outcome.refusal();
    if (refusal == null) {
      one.answer(Objects.requireNonNull(handoffs.get(outcome.id())));
    } else {
      one.fail(refusal);
    }
  }
}
