package io.meridian.handoff.application.handoff;

import io.meridian.handoff.domain.handoff.Answers;
import io.meridian.handoff.domain.handoff.Decision.Refusal;
import io.meridian.handoff.domain.handoff.Handoff;
import io.meridian.handoff.domain.handoff.Stage;
import io.meridian.handoff.store.handoff.QuestionStore;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The incoming TAM asks before accepting; the outgoing TAM answers. Neither moves the handoff. */
@ApplicationScoped
public class Querying {
  private final Desk.Opening desks;
  private final QuestionStore questions;
  private final HandoffReading reading;
  private final Transactions transactions;

  Querying(
      Desk.Opening desks,
      QuestionStore questions,
      HandoffReading reading,
      Transactions transactions) {
    this.desks = desks;
    this.questions = questions;
    this.reading = reading;
    this.transactions = transactions;
  }

  /**
   * Asks the outgoing TAM a question.
   *
   * @throws Problem 404, 403 for who may not accept it either, 409 when nobody is asked to accept
   */
  public Uni<HandoffDetails> ask(UUID id, String by, String question) {
    return transactions.writeSql(
        tx ->
            desks
                .of(tx, List.of(id))
                .chain(
                    desk -> {
                      Handoff handoff = desk.item(id).handoff();
                      Instant effective = Answers.Accept.effectiveFrom(handoff, desk.now());
                      Optional<Refusal> refusal =
                          Answers.query(handoff, by, desk.onDuty(by, handoff, effective));
                      return refusal.isPresent()
                          ? Uni.createFrom().<Void>failure(Refusals.problem(refusal.get()))
                          : questions.ask(tx, id, by, question, desk.now());
                    })
                .chain(() -> reading.find(tx, id)));
  }

  /**
   * The outgoing TAM answers; a second answer corrects the first.
   *
   * @throws Problem 404, 403 for anybody else, 409 when the handoff was cancelled
   */
  public Uni<HandoffDetails> answer(UUID id, int number, String by, String answer) {
    return transactions.writeSql(
        tx ->
            desks
                .of(tx, List.of(id))
                .chain(
                    desk -> {
                      Handoff handoff = desk.item(id).handoff();
                      if (!handoff.passage().from().equals(by)) {
                        throw Problem.forbidden("Only the outgoing TAM answers.");
                      }
                      if (handoff.stage() instanceof Stage.Cancelled) {
                        throw Refusals.problem(Refusal.FINISHED);
                      }
                      return questions.answer(tx, id, number, by, answer, desk.now());
                    })
                .invoke(
                    known -> {
                      if (!known) {
                        throw Problem.notFound("question", number);
                      }
                    })
                .chain(() -> reading.find(tx, id)));
  }
}
