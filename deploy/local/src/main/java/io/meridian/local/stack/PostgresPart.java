package io.meridian.local.stack;

import io.meridian.testkit.postgres.DatabaseRoles;
import io.meridian.testkit.postgres.EmbeddedPostgres;
import io.meridian.testkit.postgres.PostgresBinaries;
import io.meridian.testkit.postgres.PostgresSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * PostgreSQL 18 with one database per service, and two roles for each: who migrates, who serves.
 */
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

  /** Serves once every database is there with its roles. */
  @Override
  public boolean isReady(ProcessHandle process) {
    try (Connection server = connect("postgres")) {
      for (Part service : Part.SERVICES) {
        DatabaseRoles roles = options.data().databaseRoles(service);
        if (!roles.ensureAt(server)) {
          try (Connection database = connect(roles.database())) {
            roles.handOver(database);
          }
        }
      }
      return true;
    } catch (SQLException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        settings.jdbcUrl(database), PostgresSettings.USER, settings.password());
  }

  @Override
  public void stop(ProcessHandle process) {
    EmbeddedPostgres.stop(process, "INT");
  }
}
