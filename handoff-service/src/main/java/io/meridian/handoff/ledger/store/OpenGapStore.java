package io.meridian.handoff.ledger.store;

import io.meridian.handoff.ledger.domain.OpenGaps;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The gaps that run now, counted. */
@ApplicationScoped
public class OpenGapStore {
  private static final String OPEN =
      "select count(*), min(lower(during)) from gap where upper_inf(during)";

  /** All of them. */
  public Uni<OpenGaps> count(UnitOfWork unit) {
    return unit.query(OPEN, Tuple.tuple()).map(rows -> of(rows.iterator().next()));
  }

  private static OpenGaps of(Row row) {
    return new OpenGaps(
        row.getLong(0),
        Optional.ofNullable(row.getOffsetDateTime(1)).map(OffsetDateTime::toInstant));
  }
}
