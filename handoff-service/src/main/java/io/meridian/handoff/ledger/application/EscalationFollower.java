package io.meridian.handoff.ledger.application;

import io.meridian.events.EscalationState;
import io.meridian.events.EscalationStatus;
import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.ledger.domain.AcknowledgementTerms;
import io.meridian.handoff.ledger.domain.AcknowledgementTerms.Known;
import io.meridian.handoff.ledger.store.EscalationRow;
import io.meridian.handoff.ledger.store.EscalationStore;
import io.meridian.handoff.ledger.store.LedgerLock;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Follows the lives of escalations: keeps the replica, makes somebody accountable when a span
 * begins, and ends the ledger when it closes, each as of the instant it happened, however late it
 * is heard of.
 */
@ApplicationScoped
public class EscalationFollower {

  private final DecisionBases bases;
  private final LedgerLock lock;
  private final EscalationStore escalations;
  private final SpanStepWriter writer;
  private final AcknowledgementTerms acknowledgement;
  private final Clock clock;

  EscalationFollower(
      DecisionBases bases,
      LedgerLock lock,
      EscalationStore escalations,
      SpanStepWriter writer,
      HandoffConfig config,
      Clock clock) {
    this.bases = bases;
    this.lock = lock;
    this.escalations = escalations;
    this.writer = writer;
    this.acknowledgement =
        new AcknowledgementTerms(config.acknowledgeWithin(), config.latenessTolerance());
    this.clock = clock;
  }

  /**
   * Applies what events say, in any number and order; what is older than the replica is not news.
   */
  public Uni<Void> follow(UnitOfWork unit, List<EscalationState> states) {
    return bases
        .hold(unit)
        .chain(() -> lock.share(unit))
        .chain(settled -> follow(unit, rounds(states), settled));
  }

  private Uni<Void> follow(UnitOfWork unit, List<List<EscalationState>> rounds, Instant settled) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (Collection<EscalationState> round : rounds) {
      done = done.chain(() -> round(unit, round, settled));
    }
    return done;
  }

  /**
   * The newest state of each span; spans of one escalation in rounds of their own, oldest first.
   */
  private static List<List<EscalationState>> rounds(List<EscalationState> states) {
    Map<UUID, Map<Instant, EscalationState>> spans = new LinkedHashMap<>();
    for (EscalationState state : states) {
      spans
          .computeIfAbsent(state.id(), id -> new TreeMap<>())
          .merge(state.openedAt(), state, (a, b) -> b.revision() > a.revision() ? b : a);
    }
    List<List<EscalationState>> rounds = new ArrayList<>();
    for (Map<Instant, EscalationState> own : spans.values()) {
      int round = 0;
      for (EscalationState state : own.values()) {
        if (rounds.size() == round) {
          rounds.add(new ArrayList<>());
        }
        rounds.get(round++).add(state);
      }
    }
    return rounds;
  }

  private Uni<Void> round(UnitOfWork unit, Collection<EscalationState> states, Instant settled) {
    return escalations
        .lock(unit, states.stream().map(EscalationState::id).toList())
        .chain(known -> write(unit, news(states, known), settled));
  }

  private List<SpanStep> news(Collection<EscalationState> states, Map<UUID, EscalationRow> known) {
    return states.stream()
        .map(state -> step(state, known.get(state.id())))
        .filter(step -> step.known() == null || step.known().revision() < step.now().revision())
        .sorted(
            Comparator.comparing((SpanStep step) -> step.now().openedAt())
                .thenComparing(step -> step.now().id()))
        .toList();
  }

  private SpanStep step(EscalationState state, @Nullable EscalationRow known) {
    Known before =
        known == null || known.openedAt().isBefore(state.openedAt())
            ? null
            : new Known(
                known.severity(), EscalationStatus.valueOf(known.status()), known.acknowledgeBy());
    Instant acknowledgeBy = acknowledgement.deadline(before, state, clock.instant());
    return known == null
        ? new SpanStep(null, EscalationRow.of(state, acknowledgeBy), state.changedAt())
        : new SpanStep(known, known.after(state, acknowledgeBy).served(), state.changedAt());
  }

  /**
   * Serves some escalations that were open before their ledgers said whether they follow the sun,
   * from now on. Call it before locking any row.
   *
   * @return whether there may be more
   */
  public Uni<Boolean> serveEarlier(UnitOfWork unit, int max) {
    Instant now = clock.instant();
    return bases
        .hold(unit)
        .chain(() -> lock.share(unit))
        .chain(
            settled ->
                escalations
                    .lockUnserved(unit, max)
                    .call(
                        rows ->
                            writer.write(
                                unit,
                                rows.values().stream()
                                    .map(row -> new SpanStep(row, row.served(), now))
                                    .toList(),
                                now,
                                settled)))
        .map(rows -> rows.size() == max);
  }

  /**
   * What the last heard of a span leaves unsaid comes first: that the span before has ended, that
   * it was open before it closed. So what is heard late has the same effect as what is heard in
   * time.
   */
  private Uni<Void> write(UnitOfWork unit, List<SpanStep> steps, Instant settled) {
    Instant now = clock.instant();
    List<SpanStep> left =
        steps.stream().filter(SpanStep::leavesOneOpen).map(SpanStep::closingBefore).toList();
    return writer
        .write(unit, left, now, settled)
        .chain(
            before -> {
              List<SpanStep> heard = steps.stream().map(step -> step.after(before)).toList();
              List<SpanStep> open = heard.stream().map(SpanStep::whileOpen).toList();
              return writer
                  .write(unit, open, now, settled)
                  .chain(opened -> writer.write(unit, closings(heard, opened), now, settled));
            })
        .replaceWithVoid();
  }

  private static List<SpanStep> closings(List<SpanStep> heard, Map<UUID, EscalationRow> opened) {
    return heard.stream()
        .filter(step -> step.opens() && step.closes())
        .map(step -> step.after(opened))
        .toList();
  }
}
