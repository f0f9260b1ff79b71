package io.meridian.metrics.application;

import io.meridian.metrics.domain.RestReport;
import io.meridian.metrics.store.RestStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps the rests. They are in no sum of gaps. */
@ApplicationScoped
public class RestProjection {

  private final RestStore rests;

  RestProjection(RestStore rests) {
    this.rests = rests;
  }

  /**
   * Takes over what was told about rests, in any order; of several reports about one rest the
   * latest counts, and one that is not later than what is known changes nothing.
   */
  public Uni<Void> apply(UnitOfWork unit, List<RestReport> reports) {
    return rests.forward(unit, latest(reports));
  }

  /** In one order, so that two replicas do not wait for each other's rows. */
  private static List<RestReport> latest(List<RestReport> reports) {
    Map<UUID, RestReport> latest = HashMap.newHashMap(reports.size());
    for (RestReport report : reports) {
      latest.merge(report.rest().id(), report, RestReport::orLater);
    }
    return latest.values().stream().sorted(Comparator.comparing(r -> r.rest().id())).toList();
  }
}
