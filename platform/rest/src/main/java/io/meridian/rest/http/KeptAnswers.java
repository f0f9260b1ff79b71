package io.meridian.rest.http;

import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;

/** The answers to requests that came with a key, seen from within a unit of work. */
record KeptAnswers(UnitOfWork unit) {
  private static final String TRY_LOCK =
      "select pg_try_advisory_xact_lock(hashtextextended($1, 0))";
  private static final String FIND =
      "select fingerprint, response from idempotency"
          + " where principal = $1 and key = $2 and created_at > $3";
  private static final String STORE =
      """
      insert into idempotency (principal, key, operation, fingerprint, response, created_at)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (principal, key) do update set operation = excluded.operation,
        fingerprint = excluded.fingerprint, response = excluded.response,
        created_at = excluded.created_at
      """;

  /**
   * A request with a key.
   *
   * @param fingerprint of operation and body
   */
  record Attempt(String principal, String key, String operation, String fingerprint, Instant at) {}

  /** What was answered to the request of that fingerprint, as JSON. */
  record Answer(String fingerprint, String response) {}

  /** Whether nobody else has the name; they have not until the transaction ends. */
  Uni<Boolean> lock(String name) {
    return unit.query(TRY_LOCK, Tuple.of(name)).map(rows -> rows.iterator().next().getBoolean(0));
  }

  /** The answer to the key of this principal, if one was given after the instant. */
  Uni<List<Answer>> find(Attempt attempt, Instant after) {
    return unit.query(FIND, Tuple.of(attempt.principal(), attempt.key(), Columns.utc(after)))
        .map(rows -> Columns.list(rows, row -> new Answer(row.getString(0), row.getString(1))));
  }

  Uni<Void> store(Attempt attempt, String response) {
    return unit.query(
            STORE,
            Tuple.of(
                attempt.principal(),
                attempt.key(),
                attempt.operation(),
                attempt.fingerprint(),
                response,
                Columns.utc(attempt.at())))
        .replaceWithVoid();
  }
}
