package io.meridian.escalation.escalation.store;

import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Numbers for new escalations, drawn from the sequence ahead of need so that a batch does not wait
 * for them. What is drawn and not used is lost at a restart: numbers have holes, as with any
 * sequence.
 */
@ApplicationScoped
public class EscalationNumbers {
  private static final String DRAW =
      "select nextval('escalation_number') as number from generate_series(1, $1)";

  private static final String DRAW_ONE = "select nextval('escalation_number')";

  private final Pool pool;
  private final ConcurrentLinkedQueue<Long> drawn = new ConcurrentLinkedQueue<>();

  EscalationNumbers(Pool pool) {
    this.pool = pool;
  }

  /** A number never given before, drawn on the unit's own connection. */
  public Uni<Long> next(UnitOfWork unit) {
    return unit.query(DRAW_ONE).map(rows -> rows.iterator().next().getLong(0));
  }

  /** This many numbers never given before. */
  public Uni<List<Long>> take(int count) {
    List<Long> taken = new ArrayList<>(count);
    while (taken.size() < count) {
      Long number = drawn.poll();
      if (number == null) {
        return draw(taken, count);
      }
      taken.add(number);
    }
    return Uni.createFrom().item(taken);
  }

  /** Draws what is missing, and once more the count if several are taken at a time. */
  private Uni<List<Long>> draw(List<Long> taken, int count) {
    int spare = count > 1 ? count : 0;
    return pool.preparedQuery(DRAW)
        .execute(Tuple.of(count - taken.size() + spare))
        .map(EscalationNumbers::numbers)
        .map(
            numbers -> {
              int missing = count - taken.size();
              taken.addAll(numbers.subList(0, missing));
              drawn.addAll(numbers.subList(missing, numbers.size()));
              return taken;
            });
  }

  private static List<Long> numbers(RowSet<Row> rows) {
    return Columns.list(rows, r -> r.getLong("number"));
  }
}
