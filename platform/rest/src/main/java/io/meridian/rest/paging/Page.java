package io.meridian.rest.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor asks for the page after this one; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

  /**
   * The page made of the rows that were fetched for {@code request}.
   *
   * @param limitPlusOneRows up to {@code request.limit() + 1} rows in the list's order
   * @param key the sort key of a row, as text
   */
  public static <T> Page<T> of(
      List<T> limitPlusOneRows, PageRequest request, Function<T, List<String>> key) {
    if (limitPlusOneRows.size() <= request.limit()) {
      return new Page<>(List.copyOf(limitPlusOneRows), null);
    }
    List<T> items = List.copyOf(limitPlusOneRows.subList(0, request.limit()));
    return new Page<>(items, Cursor.encode(key.apply(items.getLast())));
  }

  /** The same page with each item as others see it. */
  public <R> Page<R> map(Function<T, R> view) {
    return new Page<>(items.stream().map(view).toList(), nextCursor);
  }
}
