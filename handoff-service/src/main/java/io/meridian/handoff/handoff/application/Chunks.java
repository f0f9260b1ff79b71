package io.meridian.handoff.handoff.application;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.List;
import java.util.function.Function;

/**
 * Goes through many rows in chunks: while the database writes one, the next is being decided, so
 * that both work at the same time.
 */
final class Chunks {

  private Chunks() {}

  /**
   * Writes all rows in their order.
   *
   * @param size rows of a chunk; the last one has fewer
   * @param decide decides about a chunk and answers what is to be written; called for one chunk
   *     after the other, for all but the first on a worker thread, since the one that talks to the
   *     database is busy with the chunk before
   */
  static <T> Uni<Void> run(List<T> rows, int size, Function<List<T>, Uni<Void>> decide) {
    if (rows.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    int end = Math.min(size, rows.size());
    return write(decide.apply(rows.subList(0, end)), rows.subList(end, rows.size()), size, decide);
  }

  private static <T> Uni<Void> write(
      Uni<Void> decided, List<T> rest, int size, Function<List<T>, Uni<Void>> decide) {
    if (rest.isEmpty()) {
      return decided;
    }
    int end = Math.min(size, rest.size());
    Uni<Uni<Void>> next =
        Uni.createFrom()
            .item(() -> decide.apply(rest.subList(0, end)))
            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    return Uni.combine()
        .all()
        .unis(decided, next)
        .asTuple()
        .chain(both -> write(both.getItem2(), rest.subList(end, rest.size()), size, decide));
  }
}
