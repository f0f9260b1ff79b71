package io.meridian.metrics.application;

import io.meridian.metrics.domain.GapReport;
import io.meridian.metrics.domain.RollupChanges;
import io.meridian.metrics.store.GapRollupStore;
import io.meridian.metrics.store.GapStore;
import io.meridian.metrics.store.GapStore.Moved;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps the gaps and their rollups, in one transaction. */
@ApplicationScoped
public class GapProjection {

  private final GapStore gaps;
  private final GapRollupStore rollups;

  GapProjection(GapStore gaps, GapRollupStore rollups) {
    this.gaps = gaps;
    this.rollups = rollups;
  }

  /**
   * Takes over what was told about gaps, in any order; of several reports about one gap the latest
   * counts, and one that is not later than what is known changes nothing.
   */
  public Uni<Void> apply(UnitOfWork unit, List<GapReport> reports) {
    return gaps.forward(unit, latest(reports))
        .chain(moved -> rollups.apply(unit, changes(moved).tallies()));
  }

  /** In one order, so that two replicas do not wait for each other's rows. */
  private static List<GapReport> latest(List<GapReport> reports) {
    Map<UUID, GapReport> latest = HashMap.newHashMap(reports.size());
    for (GapReport report : reports) {
      latest.merge(report.gap().id(), report, GapReport::orLater);
    }
    return latest.values().stream().sorted(Comparator.comparing(r -> r.gap().id())).toList();
  }

  private static RollupChanges changes(List<Moved> moved) {
    RollupChanges changes = new RollupChanges();
    for (Moved gap : moved) {
      if (gap.before() != null) {
        changes.remove(gap.before());
      }
      changes.add(gap.after());
    }
    return changes;
  }
}
