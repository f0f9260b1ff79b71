package io.meridian.testkit.badinput;

import io.meridian.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the service's database holds, table by table, in few characters. Of the outbox only how many
 * events were ever written counts: the relay empties it.
 */
final class Fingerprint {
  /** Kept by the platform's own workers all the time. */
  private static final Set<String> RESTLESS =
      Set.of(
          "outbox",
          "inbox",
          "consumer_offset",
          "leadership",
          "flyway_schema_history",
          "audit_seal");

  private Fingerprint() {}

  /** A value for each table and sequence. */
  static Map<String, String> now() {
    Map<String, String> values = new TreeMap<>();
    try (Connection connection = TestDatabase.connect();
        Statement sql = connection.createStatement()) {
      for (String table : tables(sql)) {
        String rows =
            "select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from \""
                + table
                + "\" t";
        values.put(table, one(sql, rows));
      }
      values.put(
          "sequences",
          one(
              sql,
              "select string_agg(sequencename || '=' || coalesce(last_value, 0), ' ' order by 1)"
                  + " from pg_sequences where schemaname = 'public'"));
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> tables(Statement sql) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        sql.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
      while (rows.next()) {
        if (!RESTLESS.contains(rows.getString(1))) {
          tables.add(rows.getString(1));
        }
      }
    }
    return tables;
  }

  private static String one(Statement sql, String query) throws SQLException {
    try (ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }
}
