package io.meridian.console.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A handoff as handoff-service answers it.
 *
 * @param escalation what people say, e.g. {@code ESC-1042}
 * @param boundary when the outgoing TAM's duty ends
 * @param effectiveFrom start of the incoming shift; once taken: when accountability moves
 * @param needsReadBack whether it is accepted with the receiver's own words, and none are there yet
 * @param readBackOwed whom a lead assigned has still to read back
 */
public record Handoff(
    UUID id,
    UUID escalationId,
    String escalation,
    Severity severity,
    String state,
    Side from,
    Side to,
    Instant boundary,
    Instant effectiveFrom,
    Instant acceptBy,
    @Nullable Instant acceptedAt,
    @Nullable Person assignedBy,
    boolean needsReadBack,
    boolean readBackOwed,
    @Nullable String readBack,
    List<Attempt> attempts,
    List<Query> queries,
    Briefing briefing) {

  private static final List<String> OPEN =
      List.of("OFFERED", "WAITING_FOR_COVERAGE", "ESCALATED_TO_LEAD");

  /** One side: a region, and who in it; nobody while nobody is asked. */
  public record Side(@Nullable Person tam, String region) {

    /** Whether it is this person's. */
    public boolean is(String id) {
      return tam != null && tam.id().equals(id);
    }
  }

  /** Somebody who was asked. */
  public record Attempt(
      Person tam,
      @Nullable String outcome,
      @Nullable Instant answeredAt,
      @Nullable String reason) {}

  /** A question of whoever is asked, and its answer. */
  public record Query(
      int number,
      Person askedBy,
      String question,
      Instant askedAt,
      @Nullable Person answeredBy,
      @Nullable String answer,
      @Nullable Instant answeredAt) {}

  /** What somebody is called who has to do with it; of others what they are known by here. */
  public String nameOf(String id) {
    return Stream.of(
            Stream.of(from.tam(), to.tam(), assignedBy),
            attempts.stream().map(Attempt::tam),
            queries.stream().flatMap(one -> Stream.of(one.askedBy(), one.answeredBy())))
        .flatMap(people -> people)
        .filter(person -> person != null && person.id().equals(id))
        .map(Person::name)
        .findFirst()
        .orElse(id);
  }

  /** Whether it may still be accepted. */
  public boolean isOpen() {
    return isOpen(state);
  }

  /** Whether one of this state may still be accepted. */
  static boolean isOpen(String state) {
    return OPEN.contains(state);
  }

  /** Questions that nobody has answered. */
  public long unanswered() {
    return queries.stream().filter(query -> query.answer() == null).count();
  }
}
