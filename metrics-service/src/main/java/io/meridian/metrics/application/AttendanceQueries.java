package io.meridian.metrics.application;

import io.meridian.metrics.domain.AsOf;
import io.meridian.metrics.domain.AttendanceGrouping;
import io.meridian.metrics.domain.AttendanceSums;
import io.meridian.metrics.domain.Window;
import io.meridian.metrics.store.AttendanceStore;
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

  AttendanceQueries(Transactions transactions, AttendanceStore store, Freshness freshness) {
    this.transactions = transactions;
    this.store = store;
    this.freshness = freshness;
  }

  /** The groups of a window, in no order. */
  public Uni<AsOf<List<AttendanceSums>>> summary(AttendanceGrouping grouping, Window window) {
    Instant asOf = freshness.ofBoth();
    return transactions
        .read(unit -> store.sums(unit, grouping, window, asOf))
        .map(sums -> new AsOf<>(sums, asOf));
  }
}
