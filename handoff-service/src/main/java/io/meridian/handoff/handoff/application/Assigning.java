package io.meridian.handoff.handoff.application;

import io.meridian.handoff.handoff.application.Announcements.Fact;
import io.meridian.handoff.handoff.domain.Answers;
import io.meridian.handoff.handoff.domain.Decision;
import io.meridian.handoff.handoff.domain.Handoff;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The lead who is asked, or a manager, gives a handoff to somebody on duty. */
@ApplicationScoped
public class Assigning {
  private final AnswerContext.Opening contexts;
  private final HandoffAnswers answers;
  private final HandoffReading reading;
  private final Transactions transactions;

  Assigning(
      AnswerContext.Opening contexts,
      HandoffAnswers answers,
      HandoffReading reading,
      Transactions transactions) {
    this.contexts = contexts;
    this.answers = answers;
    this.reading = reading;
    this.transactions = transactions;
  }

  /**
   * What a lead or a manager orders.
   *
   * @param manager whether they may assign whoever is asked
   * @param to who gets it
   * @param reason their words
   */
  public record Order(String by, boolean manager, String to, String reason) {}

  /**
   * Makes somebody accountable who did not answer, at once when they are on duty there. A repeat
   * changes nothing.
   *
   * @throws Problem 404, 403, 409, or 400 when they are not on duty in the incoming region
   */
  public Uni<HandoffDetails> assign(UUID id, Order order) {
    return transactions.write(
        unit ->
            contexts
                .of(unit, List.of(id))
                .chain(context -> assign(unit, context, id, order))
                .chain(() -> reading.find(unit, id)));
  }

  private Uni<Void> assign(UnitOfWork unit, AnswerContext context, UUID id, Order order) {
    Handoff handoff = context.item(id).handoff();
    Instant effective = Answers.Accept.effectiveFrom(handoff, context.now());
    var wish =
        new Answers.Assign(
            order.by(),
            order.manager(),
            order.to(),
            context.now(),
            order.reason(),
            context.onDuty(order.to(), handoff, context.now()),
            context.onDuty(order.to(), handoff, effective));
    return switch (Answers.assign(handoff, wish)) {
      case Decision.Taken taken ->
          answers.save(unit, context, Fact.ASSIGNED, Map.of(id, taken), Map.of());
      case Decision.Unchanged ignored -> Uni.createFrom().voidItem();
      case Decision.Refused refused ->
          Uni.createFrom().failure(Refusals.problem(refused.refusal()));
      case Decision.Moved ignored -> throw new IllegalStateException("assigning moved " + id);
      case Decision.ReadBackGiven ignored ->
          throw new IllegalStateException("assigning read back " + id);
    };
  }
}
