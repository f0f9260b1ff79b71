package io.meridian.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The database of the service under test, seen beside the service. */
public final class TestDatabase {
  /** Who the service is in its database, where it is not the database's owner. */
  public static final String SERVICE_ROLE = "test_service";

  private TestDatabase() {}

  /** As the service's own role. */
  public static Connection connectAsService() throws SQLException {
    Map<String, String> settings = TestServers.settings();
    return DriverManager.getConnection(
        settings.get("quarkus.datasource.jdbc.url"),
        SERVICE_ROLE,
        settings.get("quarkus.datasource.password"));
  }

  /** Empties tables, in this order: what a test has told would speak against those after it. */
  public static void forget(String... tables) throws SQLException {
    try (Connection connection = connect();
        Statement sql = connection.createStatement()) {
      for (String table : tables) {
        sql.execute("delete from " + table);
      }
    }
  }

  /** A connection of its own to the database that {@link MeridianServers} started, as its owner. */
  public static Connection connect() throws SQLException {
    Map<String, String> settings = TestServers.settings();
    return DriverManager.getConnection(
        settings.get("quarkus.datasource.jdbc.url"),
        settings.get("quarkus.datasource.username"),
        settings.get("quarkus.datasource.password"));
  }
}
