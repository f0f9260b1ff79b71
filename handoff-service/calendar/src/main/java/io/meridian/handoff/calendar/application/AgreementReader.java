package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.domain.CoverageAgreement;
import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.handoff.calendar.store.agreement.AgreementStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Which coverage holes are agreed to. While a transaction holds the roster ({@link
 * RosterSource#shiftsFor}), no agreement is made or ended.
 */
@ApplicationScoped
public class AgreementReader {

  /** How many edges are told at once: who has come to them asks again. */
  private static final int EDGES_MAX = 10;

  private final AgreementStore store;

  AgreementReader(AgreementStore store) {
    this.store = store;
  }

  /** The agreements that count at some instant of {@code [from, to)}, the first made first. */
  public Uni<List<CoverageAgreement>> between(UnitOfWork unit, Instant from, Instant to) {
    return store.between(unit, from, to);
  }

  /**
   * The stretches in which some agreement counts that share an instant with {@code [from, to)},
   * whole as far as those agreements go; neither touching nor overlapping, in order of time.
   */
  public Uni<List<Interval>> effective(UnitOfWork unit, Instant from, Instant to) {
    return between(unit, from, to).map(CoverageAgreement::merged);
  }

  /** The next few instants after that one at which an agreement begins to count or ends. */
  public Uni<List<Instant>> edges(UnitOfWork unit, Instant after) {
    return store.edges(unit, after, EDGES_MAX);
  }
}
