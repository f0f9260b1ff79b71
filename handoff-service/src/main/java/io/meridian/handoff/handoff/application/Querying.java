package io.meridian.handoff.handoff.application;

import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffQuery;
import io.meridian.events.HandoffState;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.handoff.domain.Answers;
import io.meridian.handoff.handoff.domain.Decision.Refusal;
import io.meridian.handoff.handoff.domain.Handoff;
import io.meridian.handoff.handoff.domain.Stage;
import io.meridian.handoff.handoff.store.HandoffWithSubject;
import io.meridian.handoff.handoff.store.QuestionRepository;
import io.meridian.handoff.handoff.store.QuestionRepository.Question;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The incoming TAM asks before accepting; the outgoing TAM answers. Neither moves the handoff. */
@ApplicationScoped
public class Querying {
  private final AnswerContext.Opening contexts;
  private final QuestionRepository questions;
  private final HandoffReading reading;
  private final CurrentCalendar calendar;
  private final Transactions transactions;
  private final Outbox outbox;

  Querying(
      AnswerContext.Opening contexts,
      QuestionRepository questions,
      HandoffReading reading,
      CurrentCalendar calendar,
      Transactions transactions,
      Outbox outbox) {
    this.contexts = contexts;
    this.questions = questions;
    this.reading = reading;
    this.calendar = calendar;
    this.transactions = transactions;
    this.outbox = outbox;
  }

  /**
   * Asks the outgoing TAM a question.
   *
   * @throws Problem 404, 403 for who may not accept it either, 409 when nobody is asked to accept
   */
  public Uni<HandoffDetails> ask(UUID id, String by, String question) {
    return transactions.write(
        unit ->
            contexts
                .of(unit, List.of(id))
                .chain(
                    context -> {
                      Handoff handoff = context.item(id).handoff();
                      Instant effective = Answers.Accept.effectiveFrom(handoff, context.now());
                      Optional<Refusal> refusal =
                          Answers.query(handoff, by, context.onDuty(by, handoff, effective));
                      return refusal.isPresent()
                          ? Uni.createFrom().<Void>failure(Refusals.problem(refusal.get()))
                          : questions
                              .ask(unit, id, by, question, context.now())
                              .chain(asked -> tell(unit, context.item(id), asked));
                    })
                .chain(() -> reading.find(unit, id)));
  }

  /**
   * The outgoing TAM answers; a second answer corrects the first.
   *
   * @throws Problem 404, 403 for anybody else, 409 when the handoff was cancelled
   */
  public Uni<HandoffDetails> answer(UUID id, int number, String by, String answer) {
    return transactions.write(
        unit ->
            contexts
                .of(unit, List.of(id))
                .chain(
                    context -> {
                      Handoff handoff = context.item(id).handoff();
                      if (!handoff.plan().from().equals(by)) {
                        throw Problem.forbidden("Only the outgoing TAM answers.");
                      }
                      if (handoff.stage() instanceof Stage.Cancelled) {
                        throw Refusals.problem(Refusal.FINISHED);
                      }
                      return questions
                          .answer(unit, id, number, by, answer, context.now())
                          .map(
                              found ->
                                  found.orElseThrow(() -> Problem.notFound("question", number)))
                          .chain(answered -> tell(unit, context.item(id), answered));
                    })
                .chain(() -> reading.find(unit, id)));
  }

  private Uni<Void> tell(UnitOfWork unit, HandoffWithSubject item, Question said) {
    return calendar
        .in(unit)
        .chain(people -> outbox.append(unit, List.of(event(item, said, people))));
  }

  private static HandoffEvent event(HandoffWithSubject item, Question said, InForce people) {
    List<HandoffState> handoffs = List.of(Announcements.state(item, people));
    var query =
        new HandoffQuery(
            said.number(),
            people.person(said.askedBy()),
            said.question(),
            said.askedAt(),
            said.answer(),
            said.answeredAt());
    return said.answer() == null
        ? new HandoffEvent.Queried(handoffs, query)
        : new HandoffEvent.Answered(handoffs, query);
  }
}
