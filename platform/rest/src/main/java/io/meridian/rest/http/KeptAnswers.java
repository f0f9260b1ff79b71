package io.meridian.rest.http;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The answers to requests that came with a key, seen from within a transaction. */
sealed interface KeptAnswers {

  String TRY_LOCK = "select pg_try_advisory_xact_lock(hashtextextended($1, 0))";
  String FIND =
      "select fingerprint, response from idempotency"
          + " where principal = $1 and key = $2 and created_at > $3";
  String STORE =
      "insert into idempotency (principal, key, operation, fingerprint, response, created_at)"
          + " values ($1, $2, $3, $4, $5, $6)"
          + " on conflict (principal, key) do update set operation = excluded.operation,"
          + " fingerprint = excluded.fingerprint, response = excluded.response,"
          + " created_at = excluded.created_at";

  /**
   * A request with a key.
   *
   * @param fingerprint of operation and body
   */
  record Attempt(String principal, String key, String operation, String fingerprint, Instant at) {}

  /** What was answered to the request of that fingerprint, as JSON. */
  record Answer(String fingerprint, String response) {}

  /** Whether nobody else has the name; they have not until the transaction ends. */
  Uni<Boolean> lock(String name);

  /** The answer to the key of this principal, if one was given after the instant. */
  Uni<List<Answer>> find(Attempt attempt, Instant after);

  Uni<Void> store(Attempt attempt, String response);

  /** In a transaction of the SQL client. */
  record OnConnection(SqlConnection tx) implements KeptAnswers {

    @Override
    public Uni<Boolean> lock(String name) {
      return tx.preparedQuery(TRY_LOCK)
          .execute(Tuple.of(name))
          .map(rows -> rows.iterator().next().getBoolean(0));
    }

    @Override
    public Uni<List<Answer>> find(Attempt attempt, Instant after) {
      return tx.preparedQuery(FIND)
          .execute(Tuple.of(attempt.principal(), attempt.key(), utc(after)))
          .map(
              rows -> {
                List<Answer> answers = new ArrayList<>();
                rows.forEach(row -> answers.add(new Answer(row.getString(0), row.getString(1))));
                return answers;
              });
    }

    @Override
    public Uni<Void> store(Attempt attempt, String response) {
      return tx.preparedQuery(STORE)
          .execute(
              Tuple.of(
                  attempt.principal(),
                  attempt.key(),
                  attempt.operation(),
                  attempt.fingerprint(),
                  response,
                  utc(attempt.at())))
          .replaceWithVoid();
    }
  }

  /** In the transaction of a session, which numbers parameters in its own way. */
  record InSession(Mutiny.Session tx) implements KeptAnswers {

    @Override
    public Uni<Boolean> lock(String name) {
      return tx.createNativeQuery(numbered(TRY_LOCK), Boolean.class)
          .setParameter(1, name)
          .getSingleResult();
    }

    @Override
    public Uni<List<Answer>> find(Attempt attempt, Instant after) {
      return tx.createNativeQuery(numbered(FIND), Object[].class)
          .setParameter(1, attempt.principal())
          .setParameter(2, attempt.key())
          .setParameter(3, utc(after))
          .getResultList()
          .map(rows -> rows.stream().map(r -> new Answer((String) r[0], (String) r[1])).toList());
    }

    @Override
    public Uni<Void> store(Attempt attempt, String response) {
      return tx.createNativeQuery(numbered(STORE))
          .setParameter(1, attempt.principal())
          .setParameter(2, attempt.key())
          .setParameter(3, attempt.operation())
          .setParameter(4, attempt.fingerprint())
          .setParameter(5, response)
          .setParameter(6, utc(attempt.at()))
          .executeUpdate()
          .replaceWithVoid();
    }

    private static String numbered(String sql) {
      return sql.replace('$', '?');
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
