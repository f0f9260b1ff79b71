package io.meridian.handoff.handoff.application;

import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.handoff.application.Announcements.Fact;
import io.meridian.handoff.handoff.domain.Answers;
import io.meridian.handoff.handoff.domain.Decision;
import io.meridian.handoff.handoff.domain.Handoff;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.rest.security.Roles;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The lead of the incoming region, or a manager, gives a handoff to somebody on duty. */
@ApplicationScoped
public class Assigning {
  private final AnswerContext.Opening contexts;
  private final HandoffAnswers answers;
  private final HandoffReading reading;
  private final CurrentCalendar calendar;
  private final Transactions transactions;

  Assigning(
      AnswerContext.Opening contexts,
      HandoffAnswers answers,
      HandoffReading reading,
      CurrentCalendar calendar,
      Transactions transactions) {
    this.contexts = contexts;
    this.answers = answers;
    this.reading = reading;
    this.calendar = calendar;
    this.transactions = transactions;
  }

  /**
   * What a lead or a manager orders.
   *
   * @param to who gets it
   * @param reason their words
   */
  public record Order(Actor by, String to, String reason) {}

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
                .chain(
                    context ->
                        calendar.in(unit).chain(people -> assign(unit, context, people, id, order)))
                .chain(() -> reading.find(unit, id)));
  }

  private Uni<Void> assign(
      UnitOfWork unit, AnswerContext context, InForce people, UUID id, Order order) {
    Handoff handoff = context.item(id).handoff();
    Instant effective = Answers.Accept.effectiveFrom(handoff, context.now());
    var wish =
        new Answers.Assign(
            order.by().id(),
            order.by().has(Roles.MANAGER) || leads(people, handoff, order.by().id()),
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

  private static boolean leads(InForce people, Handoff handoff, String tam) {
    return people
        .region(handoff.plan().toRegion())
        .filter(region -> region.lead().equals(tam))
        .isPresent();
  }
}
