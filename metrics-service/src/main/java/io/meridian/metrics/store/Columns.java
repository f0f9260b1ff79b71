package io.meridian.metrics.store;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Turns rows into one array a column, the parameters of {@code unnest}. */
final class Columns<T> {

  private final List<T> rows;
  private final List<@Nullable Object> arrays = new ArrayList<>();

  private Columns(Collection<T> rows) {
    this.rows = List.copyOf(rows);
  }

  static <T> Columns<T> of(Collection<T> rows) {
    return new Columns<>(rows);
  }

  Columns<T> uuid(Function<T, @Nullable UUID> value) {
    @Nullable UUID[] array = new UUID[rows.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = value.apply(rows.get(i));
    }
    arrays.add(array);
    return this;
  }

  Columns<T> text(Function<T, @Nullable String> value) {
    @Nullable String[] array = new String[rows.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = value.apply(rows.get(i));
    }
    arrays.add(array);
    return this;
  }

  Columns<T> number(ToLongFunction<T> value) {
    Long[] array = new Long[rows.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = value.applyAsLong(rows.get(i));
    }
    arrays.add(array);
    return this;
  }

  Columns<T> flag(Predicate<T> value) {
    Boolean[] array = new Boolean[rows.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = value.test(rows.get(i));
    }
    arrays.add(array);
    return this;
  }

  Columns<T> instant(Function<T, @Nullable Instant> value) {
    @Nullable OffsetDateTime[] array = new OffsetDateTime[rows.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = utcOrNull(value.apply(rows.get(i)));
    }
    arrays.add(array);
    return this;
  }

  Tuple tuple() {
    return Tuple.tuple(arrays);
  }

  /** An instant as the SQL client takes it. */
  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  static @Nullable OffsetDateTime utcOrNull(@Nullable Instant at) {
    return at == null ? null : utc(at);
  }
}
