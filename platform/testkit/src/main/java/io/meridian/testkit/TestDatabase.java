package io.meridian.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** The database of the service under test, seen beside the service. */
public final class TestDatabase {
  private TestDatabase() {}

  /** A connection of its own to the database that {@link MeridianServers} started. */
  public static Connection connect() throws SQLException {
    Map<String, String> settings = TestServers.settings();
    return DriverManager.getConnection(
        settings.get("quarkus.datasource.jdbc.url"),
        settings.get("quarkus.datasource.username"),
        settings.get("quarkus.datasource.password"));
  }
}
