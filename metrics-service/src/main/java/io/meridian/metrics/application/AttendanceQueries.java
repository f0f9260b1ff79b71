package io.meridian.metrics.application;

import io.meridian.metrics.domain.AsOf;
import io.meridian.metrics.domain.AttendanceGrouping;
import io.meridian.metrics.domain.AttendanceSums;
import io.meridian.metrics.domain.Sight;
import io.meridian.metrics.domain.Window;
import io.meridian.metrics.store.AttendanceStore;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.runtime.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Questions about how the open time of escalations was spent. */
@ApplicationScoped
public class AttendanceQueries {

  private final Transactions transactions;
  private final AttendanceStore store;
  private final Freshness freshness;
  private final Sights sights;

  AttendanceQueries(
      Transactions transactions, AttendanceStore store, Freshness freshness, Sights sights) {
    this.transactions = transactions;
    this.store = store;
    this.freshness = freshness;
    this.sights = sights;
  }

  /**
   * The groups of a window that the actor sees, in no order.
   *
   * @throws Problem 403 for a grouping in which they would see others' figures
   */
  public Uni<AsOf<List<AttendanceSums>>> summary(
      Actor actor, AttendanceGrouping grouping, Window window) {
    Instant asOf = freshness.ofBoth();
    return transactions
        .read(
            unit ->
                sights
                    .of(unit, actor)
                    .map(sight -> allowed(sight, grouping))
                    .chain(
                        sight ->
                            store
                                .sums(unit, grouping, window, asOf)
                                .map(sums -> seen(sight, grouping, sums))))
        .map(sums -> new AsOf<>(sums, asOf));
  }

  private static Sight allowed(Sight sight, AttendanceGrouping grouping) {
    boolean isTheirs =
        switch (grouping) {
          case TAM -> true;
          case REGION -> sight.hasRegions();
          case SERVICE_HOURS, SEVERITY, CUSTOMER, WEEK -> sight.isWhole();
        };
    if (!isTheirs) {
      throw Sights.beyond("groupBy tam, a lead region");
    }
    return sight;
  }

  private static List<AttendanceSums> seen(
      Sight sight, AttendanceGrouping grouping, List<AttendanceSums> sums) {
    if (sight.isWhole()) {
      return sums;
    }
    return sums.stream()
        .filter(
            group ->
                grouping == AttendanceGrouping.REGION
                    ? sight.seesRegion(group.key())
                    : sight.sees(group.key()))
        .toList();
  }
}
