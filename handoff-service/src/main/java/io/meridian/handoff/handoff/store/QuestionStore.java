package io.meridian.handoff.handoff.store;

import io.meridian.handoff.handoff.store.QuestionRepository.Question;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Questions as a set: every answer that shows handoffs reads those of all of them at once. */
@ApplicationScoped
public class QuestionStore {

  private static final String OF =
      "select * from handoff_query where handoff_id = any($1) order by handoff_id, number";

  /** The questions of each handoff, in the order in which they were asked. */
  public Uni<Map<UUID, List<Question>>> of(UnitOfWork unit, Collection<UUID> handoffs) {
    return unit.query(OF, Tuple.of(handoffs.toArray(UUID[]::new)))
        .map(rows -> Columns.grouped(rows, "handoff_id", QuestionStore::question));
  }

  private static Question question(Row row) {
    return new Question(
        row.getInteger("number"),
        row.getString("asked_by"),
        row.getString("question"),
        Columns.instant(row, "asked_at"),
        row.getString("answered_by"),
        row.getString("answer"),
        Columns.instantOrNull(row, "answered_at"));
  }
}
