package io.meridian.metrics.store;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.meridian.metrics.domain.GapGrouping;
import io.meridian.metrics.domain.GapSums;
import io.meridian.metrics.domain.Window;
import io.meridian.metrics.domain.WindowPlan;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Sums of gaps over a window, in no order. */
@ApplicationScoped
public class GapSummaryStore {

  private static final Map<GapGrouping, String> SQL =
      Arrays.stream(GapGrouping.values())
          .collect(toUnmodifiableMap(Function.identity(), GapSummarySql::of));

  /**
   * The groups with a gap, or gap time, in the window.
   *
   * @param asOf open gaps last until then, or until the window's end if that is sooner
   */
  public Uni<List<GapSums>> sums(
      UnitOfWork unit, GapGrouping grouping, Window window, Instant asOf) {
    WindowPlan plan = WindowPlan.of(window, grouping.facet().grains());
    Tuple parameters =
        Tuple.tuple(
            List.of(
                Columns.utc(window.from()),
                Columns.utc(window.to()),
                Columns.utc(asOf),
                plan.spans().stream().map(span -> span.grain().name()).toArray(String[]::new),
                instants(plan.spans(), span -> span.window().from()),
                instants(plan.spans(), span -> span.window().to()),
                instants(plan.edges(), Window::from),
                instants(plan.edges(), Window::to)));
    return unit.query(Objects.requireNonNull(SQL.get(grouping)), parameters)
        .map(GapSummaryStore::sums);
  }

  private static <T> OffsetDateTime[] instants(List<T> of, Function<T, Instant> instant) {
    return of.stream().map(instant).map(Columns::utc).toArray(OffsetDateTime[]::new);
  }

  private static List<GapSums> sums(RowSet<Row> rows) {
    List<GapSums> sums = new ArrayList<>(rows.size());
    for (Row row : rows) {
      sums.add(
          new GapSums(
              row.getString("key"),
              row.getString("second"),
              row.getString("name"),
              row.getLong("gaps"),
              row.getLong("open"),
              row.getLong("millis"),
              row.getLong("longest"),
              row.getLong("agreed")));
    }
    return sums;
  }
}
