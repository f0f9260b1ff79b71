package io.meridian.metrics.application;

import io.meridian.metrics.domain.AsOf;
import io.meridian.metrics.domain.EscalationFigures;
import io.meridian.metrics.domain.HandoffFigures;
import io.meridian.metrics.domain.Window;
import io.meridian.metrics.store.EscalationFiguresStore;
import io.meridian.metrics.store.HandoffFiguresStore;
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

  FigureQueries(
      Transactions transactions,
      HandoffFiguresStore handoffs,
      EscalationFiguresStore escalations,
      Freshness freshness) {
    this.transactions = transactions;
    this.handoffs = handoffs;
    this.escalations = escalations;
    this.freshness = freshness;
  }

  /** Handoffs by region pair, the totals last. */
  public Uni<AsOf<List<HandoffFigures>>> handoffs(Window window) {
    Instant asOf = freshness.ofLedger();
    return transactions
        .read(unit -> handoffs.figures(unit, window, asOf))
        .map(figures -> new AsOf<>(figures, asOf));
  }

  /** Escalations by severity, the totals last. */
  public Uni<AsOf<List<EscalationFigures>>> escalations(Window window) {
    Instant asOf = freshness.ofEscalations();
    return transactions
        .read(unit -> escalations.figures(unit, window))
        .map(figures -> new AsOf<>(figures, asOf));
  }
}
