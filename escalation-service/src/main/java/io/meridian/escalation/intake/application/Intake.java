package io.meridian.escalation.intake.application;

import com.github.f4b6a3.uuid.UuidCreator;
import io.meridian.escalation.customer.application.Terms;
import io.meridian.escalation.customer.domain.TermsByCustomer;
import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.escalation.escalation.store.EscalationNumbers;
import io.meridian.escalation.escalation.store.EscalationRepository;
import io.meridian.escalation.intake.domain.Arrival;
import io.meridian.escalation.intake.domain.IntakeDecision;
import io.meridian.events.ExternalRef;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Takes what comes in: a record that is known already is met, not opened again. */
@ApplicationScoped
public class Intake {
  private static final int RACES_MAX = 3;

  private final BatchedIntake batched;
  private final boolean batching;
  private final Transactions transactions;
  private final EscalationRepository escalations;
  private final EscalationNumbers numbers;
  private final Terms terms;
  private final Outbox outbox;
  private final Clock clock;

  Intake(
      BatchedIntake batched,
      IntakeConfig config,
      Transactions transactions,
      EscalationRepository escalations,
      EscalationNumbers numbers,
      Terms terms,
      Outbox outbox,
      Clock clock) {
    this.batched = batched;
    this.batching = config.batching();
    this.transactions = transactions;
    this.escalations = escalations;
    this.numbers = numbers;
    this.terms = terms;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Takes an arrival, together with others that come at the same time; answers after commit. */
  public Uni<IntakeDecision> take(Arrival arrival) {
    return batching ? batched.take(arrival) : takeAlone(unit -> take(unit, arrival));
  }

  /** Runs {@code work} in a transaction of its own, again if another opened the same record. */
  public <T> Uni<T> takeAlone(Function<UnitOfWork, Uni<T>> work) {
    return Uni.createFrom()
        .deferred(() -> transactions.write(work))
        .onFailure(ConstraintViolationException.class)
        .retry()
        .atMost(RACES_MAX);
  }

  /** Takes an arrival in the caller's transaction. */
  public Uni<IntakeDecision> take(UnitOfWork unit, Arrival arrival) {
    return known(unit, arrival.ref())
        .chain(
            known ->
                known
                    .map(escalation -> meet(unit, escalation, arrival))
                    .orElseGet(() -> open(unit, arrival)));
  }

  private Uni<Optional<Escalation>> known(UnitOfWork unit, @Nullable ExternalRef ref) {
    return ref == null ? Uni.createFrom().item(Optional.empty()) : escalations.lock(unit, ref);
  }

  private Uni<IntakeDecision> open(UnitOfWork unit, Arrival arrival) {
    return terms(unit, null, arrival)
        .chain(
            known ->
                numbers
                    .next(unit)
                    .map(
                        number ->
                            arrival.first(
                                UuidCreator.getTimeOrderedEpoch(), number, known, clock.instant())))
        .call(
            decision ->
                escalations
                    .open(unit, decision.after(), decision.events())
                    .chain(() -> outbox.append(unit, decision.events())));
  }

  private Uni<IntakeDecision> meet(UnitOfWork unit, Escalation known, Arrival arrival) {
    return terms(unit, known, arrival)
        .chain(terms -> write(unit, known, arrival.next(known, terms, clock.instant())));
  }

  private Uni<TermsByCustomer> terms(UnitOfWork unit, @Nullable Escalation known, Arrival arrival) {
    UUID own = known == null ? null : known.content().customerId();
    return terms.current(
        unit, Stream.of(own, arrival.customerId()).filter(Objects::nonNull).distinct().toList());
  }

  private Uni<IntakeDecision> write(UnitOfWork unit, Escalation known, IntakeDecision decision) {
    Uni<IntakeDecision> answer = Uni.createFrom().item(decision);
    return decision.after() == known
        ? answer
        : escalations
            .change(unit, decision.after(), decision.events())
            .chain(() -> outbox.append(unit, decision.events()))
            .chain(() -> answer);
  }
}
