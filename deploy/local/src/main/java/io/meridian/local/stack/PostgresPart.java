package io.meridian.local.stack;

import io.meridian.testkit.postgres.EmbeddedPostgres;
import io.meridian.testkit.postgres.PostgresBinaries;
import io.meridian.testkit.postgres.PostgresSettings;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** PostgreSQL 18 with one database per service. */
final class PostgresPart implements PartLauncher {

  private final StackOptions options;
  private final PostgresSettings settings;

  PostgresPart(StackOptions options) throws IOException {
    DataFolder data = options.data();
    this.options = options;
    this.settings =
        new PostgresSettings(
            data.postgres(),
            data.log(Part.POSTGRES),
            options.ports().port(Part.POSTGRES),
            data.databasePassword(),
            options.database());
  }

  PostgresSettings settings() {
    return settings;
  }

  @Override
  public Part part() {
    return Part.POSTGRES;
  }

  @Override
  public Process launch() throws IOException {
    options.data().freshLog(Part.POSTGRES);
    return EmbeddedPostgres.launch(PostgresBinaries.shared(), settings).process();
  }

  /** Serves once every database is there. */
  @Override
  public boolean isReady(ProcessHandle process) {
    try (Connection connection =
            DriverManager.getConnection(
                settings.jdbcUrl("postgres"), PostgresSettings.USER, settings.password());
        Statement statement = connection.createStatement()) {
      for (Part service : Part.SERVICES) {
        ensureDatabase(statement, service.shortName());
      }
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private static void ensureDatabase(Statement statement, String name) throws SQLException {
    var found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'");
    if (!found.next()) {
      statement.execute("create database " + name);
    }
  }

  @Override
  public void stop(ProcessHandle process) {
    EmbeddedPostgres.stop(process, "INT");
  }
}
