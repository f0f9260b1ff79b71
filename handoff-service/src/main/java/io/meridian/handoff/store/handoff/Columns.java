package io.meridian.handoff.store.handoff;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values as the database driver wants them, one by one and as the columns of an unnest. */
public final class Columns {

  private Columns() {}

  public static OffsetDateTime of(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static @Nullable OffsetDateTime orNull(@Nullable Instant instant) {
    return instant == null ? null : of(instant);
  }

  /** An instant that is never null in the row. */
  public static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  static @Nullable Instant instantOrNull(Row row, String column) {
    OffsetDateTime value = row.getOffsetDateTime(column);
    return value == null ? null : value.toInstant();
  }

  static <T> UUID[] ids(Collection<T> rows, Function<T, UUID> column) {
    return rows.stream().map(column).toArray(UUID[]::new);
  }

  static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  static <T> Long[] numbers(Collection<T> rows, Function<T, Long> column) {
    return rows.stream().map(column).toArray(Long[]::new);
  }

  /** Instants as a column. */
  public static <T> @Nullable OffsetDateTime[] instants(
      Collection<T> rows, Function<T, @Nullable Instant> column) {
    return rows.stream().map(row -> orNull(column.apply(row))).toArray(OffsetDateTime[]::new);
  }
}
