package io.meridian.metrics.application;

import io.meridian.metrics.domain.AsOf;
import io.meridian.metrics.domain.EscalationFigures;
import io.meridian.metrics.domain.HandoffFigures;
import io.meridian.metrics.domain.Sight;
import io.meridian.metrics.domain.Window;
import io.meridian.metrics.store.EscalationFiguresStore;
import io.meridian.metrics.store.HandoffFiguresStore;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.runtime.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Questions about how handoffs and escalations went. */
@ApplicationScoped
public class FigureQueries {

  private final Transactions transactions;
  private final HandoffFiguresStore handoffs;
  private final EscalationFiguresStore escalations;
  private final Freshness freshness;
  private final Sights sights;

  FigureQueries(
      Transactions transactions,
      HandoffFiguresStore handoffs,
      EscalationFiguresStore escalations,
      Freshness freshness,
      Sights sights) {
    this.transactions = transactions;
    this.handoffs = handoffs;
    this.escalations = escalations;
    this.freshness = freshness;
    this.sights = sights;
  }

  /**
   * Handoffs by region pair, as far as the actor sees them, the totals of these last.
   *
   * @throws Problem 403 for who leads no region
   */
  public Uni<AsOf<List<HandoffFigures>>> handoffs(Actor actor, Window window) {
    Instant asOf = freshness.ofLedger();
    return transactions
        .read(
            unit ->
                sights
                    .of(unit, actor)
                    .map(FigureQueries::allowed)
                    .chain(sight -> handoffs.figures(unit, window, sight, asOf)))
        .map(figures -> new AsOf<>(figures, asOf));
  }

  private static Sight allowed(Sight sight) {
    if (!sight.hasRegions()) {
      throw Sights.beyond("a TAM's are those of gaps, /gaps/summary?groupBy=tam");
    }
    return sight;
  }

  /** Escalations by severity, the totals last. */
  public Uni<AsOf<List<EscalationFigures>>> escalations(Window window) {
    Instant asOf = freshness.ofEscalations();
    return transactions
        .read(unit -> escalations.figures(unit, window))
        .map(figures -> new AsOf<>(figures, asOf));
  }
}
