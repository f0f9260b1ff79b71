package io.meridian.handoff.handoff.store;

import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What incoming TAMs asked before accepting, and what outgoing TAMs answered. */
@ApplicationScoped
public class QuestionStore {
  private static final String ASK =
      """
      insert into handoff_query (handoff_id, number, asked_by, question, asked_at)
      select $1, coalesce(max(number), 0) + 1, $2, $3, $4 from handoff_query where handoff_id = $1
      returning *
      """;
  private static final String ANSWER =
      """
      update handoff_query set answered_by = $3, answer = $4, answered_at = $5
      where handoff_id = $1 and number = $2
      returning *
      """;
  private static final String OF =
      "select * from handoff_query where handoff_id = any($1) order by handoff_id, number";

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
    return unit.query(ASK, Tuple.of(handoff, by, question, Columns.utc(at)))
        .map(rows -> question(rows.iterator().next()));
  }

  /** Answers a question, or corrects the answer; empty when there is no such question. */
  public Uni<Optional<Question>> answer(
      UnitOfWork unit, UUID handoff, int number, String by, String answer, Instant at) {
    return unit.query(ANSWER, Tuple.of(handoff, number, by, answer, Columns.utc(at)))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(QuestionStore::question)
                    .findFirst());
  }

  /** The questions of each handoff, in the order in which they were asked. */
  public Uni<Map<UUID, List<Question>>> of(UnitOfWork unit, Collection<UUID> handoffs) {
    return unit.query(OF, Tuple.of(handoffs.toArray(UUID[]::new)))
        .map(rows -> Columns.grouped(rows, "handoff_id", QuestionStore::question));
  }

  private static Question question(Row row) {
    return new Question(
        row.getInteger("number"),
        row.getString("asked_by"),
        row.getString("question"),
        Columns.instant(row, "asked_at"),
        row.getString("answered_by"),
        row.getString("answer"),
        Columns.instantOrNull(row, "answered_at"));
  }
}
