package io.meridian.handoff.handoff.store;

import io.meridian.handoff.handoff.store.QuestionRepository.Question;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question as the table holds it. */
@Entity
@Table(name = "handoff_query")
@IdClass(QuestionRow.Key.class)
class QuestionRow {
  @Id UUID handoffId;
  @Id int number;
  String askedBy;
  String question;
  Instant askedAt;
  @Nullable String answeredBy;
  @Nullable String answer;
  @Nullable Instant answeredAt;

  record Key(UUID handoffId, int number) implements Serializable {}

  @SuppressWarnings("NullAway.Init")
  QuestionRow() {}

  static QuestionRow asked(UUID handoff, int number, String by, String question, Instant at) {
    QuestionRow row = new QuestionRow();
    row.handoffId = handoff;
    row.number = number;
    row.askedBy = by;
    row.question = question;
    row.askedAt = at;
    return row;
  }

  QuestionRow answer(String by, String words, Instant at) {
    answeredBy = by;
    answer = words;
    answeredAt = at;
    return this;
  }

  Question toDomain() {
    return new Question(number, askedBy, question, askedAt, answeredBy, answer, answeredAt);
  }
}
