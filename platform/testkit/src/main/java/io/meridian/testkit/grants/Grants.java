package io.meridian.testkit.grants;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.testkit.Snapshot;
import io.meridian.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the role of the service under test may do to each table of its database, and that it may do
 * nothing else. The service itself runs as the database's owner in tests, since they prepare and
 * clear tables; on the local stack and in production it runs as this role.
 */
public final class Grants {
  private static final Path SNAPSHOT = Path.of("src/test/resources/grants.txt");

  /** SQLSTATE: permission denied, also when somebody who is no owner alters or drops. */
  private static final String DENIED = "42501";

  private static final String RIGHTS =
      """
      select c.relname || ': ' || string_agg(p.word, ', ' order by p.place)
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        cross join lateral (values (1, 'SELECT'), (2, 'INSERT'), (3, 'UPDATE'), (4, 'DELETE'),
          (5, 'TRUNCATE'), (6, 'REFERENCES'), (7, 'TRIGGER'), (8, 'MAINTAIN')) p (place, word)
       where n.nspname = 'public' and c.relkind in ('r', 'p', 'v')
         and has_table_privilege('%s', c.oid, p.word)
       group by c.relname order by c.relname
      """;

  private Grants() {}

  /** Compares with the snapshot; {@code -Dmeridian.snapshots=write} accepts what there is. */
  public static void areTheAgreedOnes() throws SQLException, IOException {
    StringBuilder rights = new StringBuilder();
    try (Connection connection = TestDatabase.connect();
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(RIGHTS.formatted(TestDatabase.SERVICE_ROLE))) {
      while (rows.next()) {
        rights.append(rows.getString(1)).append('\n');
      }
    }
    String actual = rights.toString();
    assertThat(actual).isEqualTo(Snapshot.agreed(SNAPSHOT, actual));
  }

  /** Has the service's role try each statement, and sees each denied. */
  public static void deny(String... statements) throws SQLException {
    try (Connection connection = TestDatabase.connectAsService();
        Statement sql = connection.createStatement()) {
      for (String statement : statements) {
        assertThat(stateAfter(sql, statement)).as(statement).isEqualTo(DENIED);
      }
    }
  }

  /** Denies what no service may do to any table: what changes its shape, and what empties it. */
  public static void denyShapes(String table) throws SQLException {
    deny(
        "truncate " + table,
        "drop table " + table,
        "alter table " + table + " disable trigger all",
        "alter table " + table + " add column surely_new int",
        "alter table " + table + " owner to current_user",
        "create table surely_new ()",
        "create temporary table surely_new ()",
        "create role surely_new",
        "set session_replication_role = replica",
        "delete from flyway_schema_history",
        "copy (select 1) to program 'true'");
  }

  private static String stateAfter(Statement sql, String statement) {
    try {
      sql.execute(statement);
      return "done";
    } catch (SQLException e) {
      return String.valueOf(e.getSQLState());
    }
  }
}
