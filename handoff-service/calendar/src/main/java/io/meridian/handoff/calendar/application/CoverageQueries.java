package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.domain.Coverage;
import io.meridian.handoff.calendar.domain.CoverageQuality;
import io.meridian.handoff.calendar.domain.Readiness;
import io.meridian.handoff.calendar.domain.RosterWarning;
import io.meridian.handoff.calendar.domain.RosterWarnings;
import io.meridian.runtime.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** How good the roster of a window is, and what is likely wrong with it. */
@ApplicationScoped
public class CoverageQueries {

  private final RosterQueries queries;
  private final Reachability reachability;
  private final Transactions transactions;
  private final CalendarConfig config;
  private final Clock clock;

  CoverageQueries(
      RosterQueries queries,
      Reachability reachability,
      Transactions transactions,
      CalendarConfig config,
      Clock clock) {
    this.queries = queries;
    this.reachability = reachability;
    this.transactions = transactions;
    this.config = config;
    this.clock = clock;
  }

  /** The quality of a window, and the warnings about it. */
  public record Judged(CoverageQuality quality, List<RosterWarning> warnings, InForce inForce) {}

  /** How good the roster of {@code [from, to)} is. */
  public Uni<Judged> quality(Instant from, Instant to, Basis basis) {
    return queries
        .whole(from.minus(Coverage.MARGIN), to.plus(Coverage.MARGIN), basis)
        .chain(
            view ->
                queries
                    .coverage(view, from, to)
                    .chain(
                        coverage ->
                            transactions
                                .read(
                                    unit ->
                                        reachability.of(
                                            unit, view.inForce().calendar(), clock.instant()))
                                .map(readiness -> judge(view, coverage, from, to, readiness))));
  }

  private Judged judge(
      RosterView view, Coverage coverage, Instant from, Instant to, Readiness readiness) {
    InForce inForce = view.inForce();
    List<RosterWarning> warnings =
        RosterWarnings.of(inForce.rules(), view.shifts(), from, to, readiness, config.limits());
    CoverageQuality quality =
        CoverageQuality.of(
            inForce.calendar(), view.shifts(), coverage, warnings, from, to, config.limits());
    return new Judged(quality, warnings, inForce);
  }
}
