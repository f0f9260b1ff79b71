package io.meridian.escalation.escalation.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.testkit.MeridianServers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of escalations that stood in the table before it had a column. */
class MigrationIT {
  private static final String OPENED =
      """
      insert into escalation
        (id, number, title, description, severity, status, tags, created_at, opened_at, resolved_at,
         closed_at, revision, changed_at)
      select gen_random_uuid(), %d, 't', '', '%s', '%s', '{}', t.at, t.at,
             case when '%2$s' <> 'SEV1' then t.at end, case when '%3$s' = 'CLOSED' then t.at end, 1,
             t.at
        from (select timestamptz '2026-03-08T07:00:00Z' as at) t
      """;

  @Test
  void what_is_open_has_service_hours_by_severity_and_what_is_resolved_closes_after_a_week()
      throws SQLException, IOException {
    Map<String, String> settings = new MeridianServers().start();
    try (Connection connection =
            DriverManager.getConnection(
                requireNonNull(settings.get("quarkus.datasource.jdbc.url")),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
        Statement statement = connection.createStatement()) {
      statement.execute("create schema before; set search_path to before");
      run(statement, "V1__escalation", "V2__note_details", "V10__ticket_delivery");
      statement.execute(OPENED.formatted(1001, "SEV1", "OPEN"));
      statement.execute(OPENED.formatted(1002, "SEV2", "RESOLVED"));
      statement.execute(OPENED.formatted(1003, "SEV3", "RESOLVED"));
      statement.execute(OPENED.formatted(1004, "SEV4", "CLOSED"));

      run(statement, "V11__service_hours");

      assertThat(
              lines(
                  statement,
                  """
                  select concat_ws(' ', severity, service_hours, service_hours_set,
                                   coalesce(home_region, '-'),
                                   coalesce(to_char(close_due at time zone 'UTC', 'MM-DD'), '-'))
                    from escalation order by number
                  """))
          .containsExactly(
              "SEV1 FOLLOW_THE_SUN f - -",
              "SEV2 FOLLOW_THE_SUN f - 03-15",
              "SEV3 HOME_REGION f - 03-15",
              "SEV4 HOME_REGION f - -");
    }
  }

  private static void run(Statement statement, String... migrations)
      throws SQLException, IOException {
    for (String migration : migrations) {
      try (InputStream file =
          requireNonNull(
              MigrationIT.class.getResourceAsStream("/db/migration/" + migration + ".sql"))) {
        statement.execute(new String(file.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  private static List<String> lines(Statement statement, String sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }
}
