package io.meridian.handoff.handoff.application;

import io.meridian.handoff.handoff.application.HandoffAnswers.Outcome;
import io.meridian.handoff.handoff.application.HandoffAnswers.Wish;
import io.meridian.handoff.handoff.domain.Answers;
import io.meridian.handoff.handoff.domain.Decision;
import io.meridian.handoff.handoff.domain.Handoff;
import io.meridian.handoff.handoff.domain.Takes;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Action;
import io.meridian.handoff.handoff.store.HandoffWithSubject;
import io.meridian.rest.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Wishes decided one after the other in one context, and what is to be written because of them. */
final class AnswerRecord {
  private final AnswerContext context;
  private final Map<UUID, List<Action>> actions;
  final Map<UUID, Decision.Taken> taken = new LinkedHashMap<>();
  final List<Handoff> given = new ArrayList<>();
  final Map<UUID, String> readBacks = new HashMap<>();

  /**
   * At a context.
   *
   * @param actions of the handoffs of which somebody takes on a part
   */
  AnswerRecord(AnswerContext context, Map<UUID, List<Action>> actions) {
    this.context = context;
    this.actions = actions;
  }

  /** What became of the wish. */
  Outcome to(Wish wish) {
    HandoffWithSubject item = context.items().get(wish.id());
    if (item == null) {
      return new Outcome(wish.id(), Problem.notFound("handoff", wish.id()));
    }
    List<Action> all = actions.getOrDefault(wish.id(), List.of());
    Takes takes = wish.takes();
    Optional<Integer> unknown = takes == null ? Optional.empty() : takes.unknown(all);
    if (takes != null && unknown.isPresent()) {
      return new Outcome(wish.id(), unknown(takes, unknown.get()));
    }
    Decision decision =
        Answers.accept(now(item), accept(wish, item, takes == null ? List.of() : takes.left(all)));
    return switch (decision) {
      case Decision.Taken took -> {
        taken.put(wish.id(), took);
        yield heard(wish);
      }
      case Decision.ReadBackGiven read -> {
        given.add(read.after());
        yield heard(wish);
      }
      case Decision.Refused refused -> new Outcome(wish.id(), Refusals.problem(refused.refusal()));
      case Decision.Moved ignored -> throw new IllegalStateException("accepting moved " + item);
      case Decision.Unchanged ignored -> new Outcome(wish.id(), null);
    };
  }

  /** The handoff as it is after the wishes before. */
  private Handoff now(HandoffWithSubject item) {
    Decision.Taken before = taken.get(item.handoff().plan().id());
    return before != null
        ? before.after()
        : given.stream()
            .filter(handoff -> handoff.plan().equals(item.handoff().plan()))
            .findFirst()
            .orElse(item.handoff());
  }

  private Answers.Accept accept(Wish wish, HandoffWithSubject item, List<Action> left) {
    Handoff handoff = item.handoff();
    Instant effective = Answers.Accept.effectiveFrom(handoff, context.now());
    return new Answers.Accept(
        wish.by(),
        context.now(),
        wish.readBack(),
        left,
        wish.manner(),
        item.subject().severity(),
        item.subject().title(),
        context.onDuty(wish.by(), handoff, effective),
        context.incoming(handoff).end());
  }

  private Outcome heard(Wish wish) {
    if (wish.readBack() != null) {
      readBacks.put(wish.id(), wish.readBack());
    }
    return new Outcome(wish.id(), null);
  }

  private static Problem unknown(Takes takes, int place) {
    return Problem.invalid(
        "/takes/" + place,
        "unknown-action",
        "The briefing has no such action: " + takes.texts().get(place));
  }
}
