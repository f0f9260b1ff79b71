package io.meridian.escalation.application;

import io.meridian.escalation.application.intake.Intake;
import io.meridian.escalation.domain.Arrival;
import io.meridian.escalation.domain.Escalation;
import io.meridian.escalation.domain.IntakeDecision;
import io.meridian.escalation.domain.IntakeOutcome;
import io.meridian.escalation.domain.Overview;
import io.meridian.rest.http.Idempotency;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens escalations that people and systems ask for. */
@ApplicationScoped
public class Opening {
  private static final String OPERATION = "POST /escalations";

  private final Intake intake;
  private final EscalationQueries queries;
  private final Customers customers;
  private final Idempotency idempotency;

  Opening(Intake intake, EscalationQueries queries, Customers customers, Idempotency idempotency) {
    this.intake = intake;
    this.queries = queries;
    this.customers = customers;
    this.idempotency = idempotency;
  }

  /**
   * What was opened.
   *
   * @param created false if its record was known already
   */
  public record Opened(Overview overview, boolean created) {}

  /** What an idempotency key remembers. */
  record Answer(UUID id, boolean created) {}

  /**
   * Opens an escalation, or answers the one that stands for the same record.
   *
   * @param key the header {@code Idempotency-Key}, or null
   * @param request what the key must come with when it comes again
   */
  public Uni<Opened> open(Arrival.Opening opening, @Nullable String key, Object request) {
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
                        () -> intake.take(session, opening).map(Opening::answer)))
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
    return name.map(found -> new Opened(new Overview(escalation, found.orElse(null), null), true));
  }
}
