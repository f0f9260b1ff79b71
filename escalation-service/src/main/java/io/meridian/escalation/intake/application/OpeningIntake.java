package io.meridian.escalation.intake.application;

import io.meridian.escalation.customer.application.Customers;
import io.meridian.escalation.escalation.application.EscalationQueries;
import io.meridian.escalation.escalation.application.Opening;
import io.meridian.escalation.escalation.domain.Content;
import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.escalation.escalation.domain.Overview;
import io.meridian.escalation.intake.domain.Arrival;
import io.meridian.escalation.intake.domain.IntakeDecision;
import io.meridian.escalation.intake.domain.IntakeOutcome;
import io.meridian.events.ExternalRef;
import io.meridian.rest.http.Idempotency;
import io.meridian.rest.security.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes what people and systems ask to open. */
@ApplicationScoped
class OpeningIntake implements Opening {
  private static final String OPERATION = "POST /escalations";

  private final Intake intake;
  private final EscalationQueries queries;
  private final Customers customers;
  private final Idempotency idempotency;

  OpeningIntake(
      Intake intake, EscalationQueries queries, Customers customers, Idempotency idempotency) {
    this.intake = intake;
    this.queries = queries;
    this.customers = customers;
    this.idempotency = idempotency;
  }

  /** What an idempotency key remembers. */
  record Answer(UUID id, boolean created) {}

  @Override
  public Uni<Opened> open(
      Actor actor,
      Content content,
      @Nullable ExternalRef ref,
      @Nullable String key,
      Object request) {
    var opening = new Arrival.Opening(actor.id(), content, ref);
    return key == null
        ? intake.take(opening).chain(this::opened)
        : intake
            .takeAlone(
                session ->
                    idempotency.once(
                        session,
                        key,
                        OPERATION,
                        request,
                        Answer.class,
                        () -> intake.take(session, opening).map(OpeningIntake::answer)))
            .chain(
                answer ->
                    queries
                        .find(answer.id.toString())
                        .map(overview -> new Opened(overview, answer.created)));
  }

  private static Answer answer(IntakeDecision decision) {
    return new Answer(decision.after().id(), decision.outcome() == IntakeOutcome.CREATED);
  }

  /** A new one has nobody accountable yet and needs no look. */
  private Uni<Opened> opened(IntakeDecision decision) {
    Escalation escalation = decision.after();
    if (decision.outcome() != IntakeOutcome.CREATED) {
      return queries.find(escalation.id().toString()).map(known -> new Opened(known, false));
    }
    UUID customer = escalation.content().customerId();
    Uni<Optional<String>> name =
        customer == null ? Uni.createFrom().item(Optional.empty()) : customers.name(customer);
    return name.map(
        found -> new Opened(new Overview(escalation, found.orElse(null), null, null), true));
  }
}
