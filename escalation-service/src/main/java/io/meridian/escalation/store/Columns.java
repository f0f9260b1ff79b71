package io.meridian.escalation.store;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Values of many rows, column by column, as the arrays that {@code unnest} takes. */
final class Columns {
  private Columns() {}

  /** Adds one column of all rows to the parameters. */
  static <T, V> void add(
      Tuple parameters, List<T> rows, IntFunction<V[]> array, Function<T, @Nullable V> value) {
    @Nullable V[] column = array.apply(rows.size());
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(rows.get(i));
    }
    parameters.addValue(column);
  }

  static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
