package io.meridian.handoff.ledger.store;

import static io.meridian.runtime.sql.Columns.ids;
import static io.meridian.runtime.sql.Columns.instants;
import static io.meridian.runtime.sql.Columns.longs;
import static io.meridian.runtime.sql.Columns.texts;

import io.meridian.events.AccountabilityBasis;
import io.meridian.handoff.ledger.domain.AccountabilityFact;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;

/** Everything that was told about accountability. */
@ApplicationScoped
public class HistoryStore {
  static final String OF =
      "select * from accountability_fact where escalation_id = any($1) order by 1, 2";
  private static final String ADD =
      """
      insert into accountability_fact (escalation_id, revision, kind, opened_at, tam, region, starts,
        ends, basis, hold_until, handoff_id, at)
      select * from unnest($1::uuid[], $2::bigint[], $3::text[], $4::timestamptz[], $5::text[],
        $6::text[], $7::timestamptz[], $8::timestamptz[], $9::text[], $10::timestamptz[],
        $11::uuid[], $12::timestamptz[])
      on conflict do nothing
      """;

  /** Keeps facts; those that are known already stay as they are. */
  public Uni<Void> add(UnitOfWork unit, List<AccountabilityFact> facts) {
    return unit.query(
            ADD,
            Tuple.from(
                Arrays.asList(
                    ids(facts, AccountabilityFact::escalationId),
                    longs(facts, AccountabilityFact::revision),
                    texts(facts, fact -> fact.kind().name()),
                    instants(facts, AccountabilityFact::openedAt),
                    texts(facts, AccountabilityFact::tam),
                    texts(facts, AccountabilityFact::region),
                    instants(facts, AccountabilityFact::start),
                    instants(facts, AccountabilityFact::end),
                    texts(facts, fact -> fact.basis().name()),
                    instants(facts, AccountabilityFact::holdUntil),
                    ids(facts, AccountabilityFact::handoffId),
                    instants(facts, AccountabilityFact::at))))
        .replaceWithVoid();
  }

  static AccountabilityFact fact(Row row) {
    return new AccountabilityFact(
        row.getUUID("escalation_id"),
        row.getLong("revision"),
        AccountabilityFact.Kind.valueOf(row.getString("kind")),
        Columns.instant(row, "opened_at"),
        row.getString("tam"),
        row.getString("region"),
        Columns.instant(row, "starts"),
        Columns.instantOrNull(row, "ends"),
        AccountabilityBasis.valueOf(row.getString("basis")),
        Columns.instantOrNull(row, "hold_until"),
        row.getUUID("handoff_id"),
        Columns.instant(row, "at"));
  }
}
