package io.meridian.metrics.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Cuts rows into statements of bearable size: a batch of events may pack a million of them. One
 * after the other, in the rows' order.
 */
final class Chunks {

  /** Most rows in one statement. */
  static final int ROWS_MAX = 5_000;

  private Chunks() {}

  /** What {@code statement} answers for each part, together. */
  static <T, R> Uni<List<R>> collect(
      Collection<T> rows, Function<List<T>, Uni<? extends List<R>>> statement) {
    return Multi.createFrom()
        .iterable(cut(List.copyOf(rows)))
        .onItem()
        .transformToUniAndConcatenate(statement)
        .collect()
        .asList()
        .map(answers -> answers.stream().flatMap(List::stream).toList());
  }

  /** Runs {@code statement} for each part. */
  static <T> Uni<Void> each(Collection<T> rows, Function<List<T>, Uni<?>> statement) {
    return collect(rows, part -> statement.apply(part).replaceWith(List.of())).replaceWithVoid();
  }

  private static <T> List<List<T>> cut(List<T> rows) {
    return IntStream.iterate(0, from -> from < rows.size(), from -> from + ROWS_MAX)
        .mapToObj(from -> rows.subList(from, Math.min(from + ROWS_MAX, rows.size())))
        .toList();
  }
}
