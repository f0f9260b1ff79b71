package io.meridian.runtime.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.testkit.MeridianServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeridianServers.class)
class PreparedStatementsIT {
  private static final String LONG = "select $1::int /* " + "long ".repeat(1_000) + "*/";
  private static final String TIMES =
      """
      select generic_plans + custom_plans as times from pg_prepared_statements
      where statement like 'select $1::int /* long%'
      """;

  @Inject Pool pool;

  @Test
  void a_long_statement_is_prepared_once_in_a_connection() {
    Row prepared =
        pool.withConnection(
                connection ->
                    connection
                        .preparedQuery(LONG)
                        .execute(Tuple.of(1))
                        .chain(() -> connection.preparedQuery(LONG).execute(Tuple.of(2)))
                        .chain(() -> connection.query(TIMES).execute()))
            .map(rows -> rows.iterator().next())
            .await()
            .atMost(Duration.ofSeconds(60));
    assertThat(prepared.getLong("times")).isEqualTo(2);
  }
}
