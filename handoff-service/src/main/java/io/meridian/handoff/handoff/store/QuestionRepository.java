package io.meridian.handoff.handoff.store;

import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What incoming TAMs asked before accepting, and what outgoing TAMs answered. */
@ApplicationScoped
public class QuestionRepository {

  /** A question, and its answer unless that is still to come. */
  public record Question(
      int number,
      String askedBy,
      String question,
      Instant askedAt,
      @Nullable String answeredBy,
      @Nullable String answer,
      @Nullable Instant answeredAt) {}

  /** Adds a question to a handoff whose escalation is locked. */
  public Uni<Question> ask(UnitOfWork unit, UUID handoff, String by, String question, Instant at) {
    return unit.session()
        .createSelectionQuery(
            "select coalesce(max(number), 0) + 1 from QuestionRow where handoffId = :handoff",
            Integer.class)
        .setParameter("handoff", handoff)
        .getSingleResult()
        .map(number -> QuestionRow.asked(handoff, number, by, question, at))
        .call(row -> unit.session().persist(row).chain(() -> unit.session().flush()))
        .map(QuestionRow::toDomain);
  }

  /** Answers a question, or corrects the answer; empty when there is no such question. */
  public Uni<Optional<Question>> answer(
      UnitOfWork unit, UUID handoff, int number, String by, String answer, Instant at) {
    return unit.session()
        .find(QuestionRow.class, new QuestionRow.Key(handoff, number))
        .map(row -> Optional.ofNullable(row).map(known -> known.answer(by, answer, at)))
        .call(() -> unit.session().flush())
        .map(row -> row.map(QuestionRow::toDomain));
  }
}
