package io.meridian.metrics.application;

import io.meridian.runtime.consumer.ConsumerProgress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** How complete the projections are: the {@code asOf} of every answer. */
@ApplicationScoped
public class Freshness {

  /** The consumer of gaps, rests and handoffs. */
  public static final String LEDGER = "ledger";

  /** The consumer of escalations. */
  public static final String ESCALATIONS = "escalations";

  private final ConsumerProgress progress;

  Freshness(ConsumerProgress progress) {
    this.progress = progress;
  }

  /** Everything told about gaps and handoffs up to this instant is in the figures. */
  public Instant ofLedger() {
    return progress.completeUpTo(LEDGER);
  }

  /** Everything told about either up to this instant is in the figures. */
  public Instant ofBoth() {
    Instant ledger = ofLedger();
    Instant escalations = ofEscalations();
    return ledger.isBefore(escalations) ? ledger : escalations;
  }

  /** Everything told about escalations up to this instant is in the figures. */
  public Instant ofEscalations() {
    return progress.completeUpTo(ESCALATIONS);
  }
}
