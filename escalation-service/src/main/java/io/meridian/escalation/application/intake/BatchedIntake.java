package io.meridian.escalation.application.intake;

import com.github.f4b6a3.uuid.UuidCreator;
import io.meridian.escalation.application.intake.Group.Key;
import io.meridian.escalation.application.intake.Group.Verdict;
import io.meridian.escalation.domain.Arrival;
import io.meridian.escalation.domain.Escalation;
import io.meridian.escalation.domain.IntakeDecision;
import io.meridian.escalation.store.EscalationBatches;
import io.meridian.escalation.store.EscalationNumbers;
import io.meridian.events.ExternalRef;
import io.meridian.gather.Gatherer;
import io.meridian.gather.Limits;
import io.meridian.gather.Waiting;
import io.meridian.rest.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes arrivals in batches. What looks new is inserted without a look; what turns out to be known,
 * or changed under our hands, goes round again with its present state.
 */
@ApplicationScoped
class BatchedIntake {
  private static final int ROUNDS_MAX = 8;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final Comparator<Verdict> BY_RECORD =
      Comparator.comparing(
          v -> v.after().externalRef(),
          Comparator.nullsFirst(
              Comparator.comparing(ExternalRef::system).thenComparing(ExternalRef::id)));

  private final EscalationBatches escalations;
  private final EscalationNumbers numbers;
  private final BatchWriter writer;
  private final Clock clock;
  private final Gatherer<TracedArrival, IntakeDecision> gatherer;

  BatchedIntake(
      EscalationBatches escalations,
      EscalationNumbers numbers,
      BatchWriter writer,
      Clock clock,
      IntakeConfig config) {
    this.escalations = escalations;
    this.numbers = numbers;
    this.writer = writer;
    this.clock = clock;
    this.gatherer =
        new Gatherer<>(
            this::flush,
            new Limits(config.batchMax(), config.flightsMax(), config.waitingMax()),
            () -> Problem.unavailable(RETRY_AFTER));
  }

  /** Answers after the commit; 503 when too many wait. */
  Uni<IntakeDecision> take(Arrival arrival) {
    return gatherer.submit(TracedArrival.of(arrival));
  }

  private Uni<Void> flush(List<Waiting<TracedArrival, IntakeDecision>> batch) {
    return round(Group.of(batch), false, ROUNDS_MAX);
  }

  /**
   * @param look true to look for every group's record, false only for those that are likely known
   */
  private Uni<Void> round(List<Group> groups, boolean look, int roundsLeft) {
    if (groups.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    if (roundsLeft == 0) {
      groups.forEach(group -> group.fail(Problem.unavailable(RETRY_AFTER)));
      return Uni.createFrom().voidItem();
    }
    return known(groups, look)
        .chain(known -> decide(groups, known))
        .chain(this::save)
        .chain(overtaken -> round(overtaken, true, roundsLeft - 1));
  }

  private Uni<Map<Key, Escalation>> known(List<Group> groups, boolean look) {
    List<ExternalRef> refs =
        groups.stream()
            .filter(group -> look || group.isLikelyKnown())
            .map(Group::ref)
            .filter(Objects::nonNull)
            .toList();
    if (refs.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return escalations
        .load(refs)
        .map(
            found -> {
              Map<Key, Escalation> known = new HashMap<>(2 * found.size());
              for (Escalation escalation : found) {
                known.put(Key.of(Objects.requireNonNull(escalation.externalRef())), escalation);
              }
              return known;
            });
  }

  private Uni<List<Verdict>> decide(List<Group> groups, Map<Key, Escalation> known) {
    int unknown = groups.size() - known.size();
    return numbers
        .take(unknown)
        .map(
            fresh -> {
              Instant now = clock.instant();
              Iterator<Long> number = fresh.iterator();
              List<Verdict> verdicts = new ArrayList<>(groups.size());
              for (Group group : groups) {
                Escalation state = known(known, group);
                verdicts.add(
                    state == null
                        ? group.decide(null, UuidCreator.getTimeOrderedEpoch(), number.next(), now)
                        : group.decide(state, state.id(), state.number(), now));
              }
              return verdicts;
            });
  }

  private static @Nullable Escalation known(Map<Key, Escalation> known, Group group) {
    ExternalRef ref = group.ref();
    return ref == null ? null : known.get(Key.of(ref));
  }

  /** Saves and answers; what was overtaken meanwhile comes back. */
  private Uni<List<Group>> save(List<Verdict> verdicts) {
    List<Verdict> changes = new ArrayList<>(verdicts.size());
    for (Verdict verdict : verdicts) {
      if (verdict.isChange()) {
        changes.add(verdict);
      } else {
        verdict.answer();
      }
    }
    changes.sort(BY_RECORD);
    return writer.write(changes);
  }
}
