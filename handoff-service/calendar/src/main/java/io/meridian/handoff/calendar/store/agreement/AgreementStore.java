package io.meridian.handoff.calendar.store.agreement;

import io.meridian.handoff.calendar.domain.CoverageAgreement;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Agreements as a set: which count when. Those withdrawn never counted. */
@ApplicationScoped
public class AgreementStore {

  private static final String BETWEEN =
      """
      select id, from_at, until_at, why, made_by, made_at, revision from coverage_agreement
      where withdrawn_at is null and greatest(from_at, made_at) < $2 and until_at > $1
      order by made_at, id
      """;
  private static final String EDGES =
      """
      select edge from (
        select greatest(from_at, made_at) as edge from coverage_agreement where withdrawn_at is null
        union
        select until_at from coverage_agreement where withdrawn_at is null) edges
      where edge > $1 order by edge limit $2
      """;

  /** Those that count at some instant of {@code [from, to)}, the first made first. */
  public Uni<List<CoverageAgreement>> between(UnitOfWork unit, Instant from, Instant to) {
    return unit.query(BETWEEN, Tuple.of(Columns.utc(from), Columns.utc(to)))
        .map(
            rows ->
                Columns.list(
                    rows,
                    row ->
                        new CoverageAgreement(
                            row.getUUID("id"),
                            Columns.instant(row, "from_at"),
                            Columns.instant(row, "until_at"),
                            row.getString("why"),
                            row.getString("made_by"),
                            Columns.instant(row, "made_at"),
                            row.getLong("revision"))));
  }

  /** The next instants after that one at which one begins to count or ends. */
  public Uni<List<Instant>> edges(UnitOfWork unit, Instant after, int limit) {
    return unit.query(EDGES, Tuple.of(Columns.utc(after), limit))
        .map(rows -> Columns.list(rows, row -> Columns.instant(row, "edge")));
  }
}
