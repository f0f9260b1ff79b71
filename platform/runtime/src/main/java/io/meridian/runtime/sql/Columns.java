package io.meridian.runtime.sql;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Values as the SQL client takes and gives them, one by one and as the arrays that {@code unnest}
 * turns into rows again: one array a column, in the order of the rows.
 */
public final class Columns {

  private Columns() {}

  /** An instant as the client takes it. */
  public static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /** As {@link #utc}; null stays null. */
  public static @Nullable OffsetDateTime utcOrNull(@Nullable Instant at) {
    return at == null ? null : utc(at);
  }

  /** An instant that is never null in the row. */
  public static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  /** An instant, or null where the row has none. */
  public static @Nullable Instant instantOrNull(Row row, String column) {
    OffsetDateTime at = row.getOffsetDateTime(column);
    return at == null ? null : at.toInstant();
  }

  /** A column of {@code uuid}. */
  public static <T> @Nullable UUID[] ids(
      Collection<T> rows, Function<? super T, @Nullable UUID> value) {
    return array(rows, UUID[]::new, value);
  }

  /** A column of {@code text}. */
  public static <T> @Nullable String[] texts(
      Collection<T> rows, Function<? super T, @Nullable String> value) {
    return array(rows, String[]::new, value);
  }

  /** A column of {@code bigint}. */
  public static <T> @Nullable Long[] longs(
      Collection<T> rows, Function<? super T, @Nullable Long> value) {
    return array(rows, Long[]::new, value);
  }

  /** A column of {@code boolean}. */
  public static <T> @Nullable Boolean[] flags(
      Collection<T> rows, Function<? super T, @Nullable Boolean> value) {
    return array(rows, Boolean[]::new, value);
  }

  /** A column of {@code timestamptz}. */
  public static <T> @Nullable OffsetDateTime[] instants(
      Collection<T> rows, Function<? super T, @Nullable Instant> value) {
    return array(rows, OffsetDateTime[]::new, row -> utcOrNull(value.apply(row)));
  }

  /** What each row says, in their order. */
  public static <T> List<T> list(Iterable<Row> rows, Function<? super Row, ? extends T> read) {
    return StreamSupport.stream(rows.spliterator(), false).<T>map(read).toList();
  }

  /** What the rows with the same id in a column say, in their order. */
  public static <T> Map<UUID, List<T>> grouped(
      Iterable<Row> rows, String column, Function<? super Row, ? extends T> read) {
    Map<UUID, List<T>> groups = new HashMap<>();
    rows.forEach(
        row ->
            groups
                .computeIfAbsent(row.getUUID(column), id -> new ArrayList<>())
                .add(read.apply(row)));
    return groups;
  }

  private static <T, V> @Nullable V[] array(
      Collection<T> rows,
      IntFunction<@Nullable V[]> array,
      Function<? super T, @Nullable V> value) {
    @Nullable V[] column = array.apply(rows.size());
    int at = 0;
    for (T row : rows) {
      column[at++] = value.apply(row);
    }
    return column;
  }
}
