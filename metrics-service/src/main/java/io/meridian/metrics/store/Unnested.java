package io.meridian.metrics.store;

import io.meridian.runtime.sql.Columns;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement that takes rows by {@code unnest}: one array a column. */
final class Unnested<T> {

  private final List<T> rows;
  private final List<@Nullable Object> arrays = new ArrayList<>();

  private Unnested(Collection<T> rows) {
    this.rows = List.copyOf(rows);
  }

  static <T> Unnested<T> of(Collection<T> rows) {
    return new Unnested<>(rows);
  }

  Unnested<T> uuid(Function<T, @Nullable UUID> value) {
    return with(Columns.ids(rows, value));
  }

  Unnested<T> text(Function<T, @Nullable String> value) {
    return with(Columns.texts(rows, value));
  }

  Unnested<T> number(ToLongFunction<T> value) {
    return with(Columns.longs(rows, value::applyAsLong));
  }

  Unnested<T> flag(Predicate<T> value) {
    return with(Columns.flags(rows, value::test));
  }

  Unnested<T> instant(Function<T, @Nullable Instant> value) {
    return with(Columns.instants(rows, value));
  }

  Tuple tuple() {
    return Tuple.tuple(arrays);
  }

  private Unnested<T> with(Object array) {
    arrays.add(array);
    return this;
  }
}
