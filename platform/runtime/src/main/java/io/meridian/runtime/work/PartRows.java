package io.meridian.runtime.work;

import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** The rows that belong to a row, and go with it. */
public final class PartRows {
  private PartRows() {}

  /**
   * Brings rows to these values. A row whose value stays is changed in place: Hibernate inserts
   * before it deletes, so its key would be there twice.
   *
   * @param same whether a row has the key of a value
   * @param create a row with the key of a value
   * @param accept gives a row the rest of a value
   */
  public static <R, V> void replace(
      List<R> rows,
      Collection<V> values,
      BiPredicate<R, V> same,
      Function<V, R> create,
      BiConsumer<R, V> accept) {
    rows.removeIf(row -> values.stream().noneMatch(value -> same.test(row, value)));
    for (V value : values) {
      R row =
          rows.stream()
              .filter(known -> same.test(known, value))
              .findFirst()
              .orElseGet(
                  () -> {
                    R added = create.apply(value);
                    rows.add(added);
                    return added;
                  });
      accept.accept(row, value);
    }
  }
}
