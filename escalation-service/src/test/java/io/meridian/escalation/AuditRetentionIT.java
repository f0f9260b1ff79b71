package io.meridian.escalation;

import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.TestDatabase;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit log forgets whole months once they are seven years old, and its chain holds. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class AuditRetentionIT {
  /** The first instant that is to be kept. */
  private static final OffsetDateTime KEPT =
      OffsetDateTime.now(ZoneOffset.UTC).minusDays(2557).truncatedTo(DAYS).withDayOfMonth(1);

  @Inject MovableClock clock;

  @BeforeEach
  void two_months_that_are_over_their_time_and_two_that_are_not() throws SQLException {
    beginAnew();
    written(KEPT.minusMonths(1).minusDays(3));
    written(KEPT.minusSeconds(1));
    written(KEPT);
    written(OffsetDateTime.now(ZoneOffset.UTC));
    assertThat(proof().getLong("links")).isEqualTo(4);
  }

  @AfterEach
  void leave_a_chain_that_is_whole() throws SQLException {
    clock.run();
    beginAnew();
  }

  private static void beginAnew() throws SQLException {
    unguarded("truncate audit_entry, audit_seal");
    asOwner("update chain_retention set root = 0, forgotten_before = '-infinity'");
  }

  @Test
  void months_over_their_time_go_and_the_last_link_of_them_is_the_root() throws SQLException {
    clock.advance(Duration.ofMinutes(61));

    await().until(() -> number("select count(*) from audit_entry where actor = 'long-ago'") == 2);
    assertThat(number("select min(position) from audit_seal")).isEqualTo(2);
    assertThat(proof().getBoolean("intact")).isTrue();
    assertThat(proof().getLong("after")).isEqualTo(2);
    assertThat(proof().getLong("links")).isEqualTo(2);
    assertThat(number("select count(*) from audit_entry where at < '" + KEPT + "'")).isZero();
    written(OffsetDateTime.now(ZoneOffset.UTC));
    assertThat(proof().getBoolean("intact")).isTrue();
    assertThat(proof().getLong("head.position")).isEqualTo(5);
  }

  @Test
  void the_services_role_cannot_forget_what_is_not_over_its_time() throws SQLException {
    try (Connection connection = TestDatabase.connectAsService();
        Statement sql = connection.createStatement()) {
      assertThat(number(sql, "select audit_forget('infinity')")).isEqualTo(2);
      assertThat(number(sql, "select audit_forget('infinity')")).isZero();
      assertThat(number(sql, "select count(*) from audit_entry")).isEqualTo(2);
    }
  }

  @Test
  void a_cut_in_what_is_left_is_found() throws SQLException {
    for (String seal : new String[] {"2", "3"}) {
      two_months_that_are_over_their_time_and_two_that_are_not();
      number("select audit_forget(now())");

      unguarded("delete from audit_seal where position = " + seal);

      assertThat(proof().getList("faults.kind")).as(seal).contains("MISSING");
    }
  }

  @Test
  void what_who_migrates_has_set_counts() throws SQLException {
    asOwner("update chain_retention set keep = interval '20 years'");

    assertThat(number("select audit_forget(now())")).isZero();

    asOwner("update chain_retention set keep = interval '2557 days'");
    assertThat(number("select audit_forget(now())")).isEqualTo(2);
  }

  /** One entry of that time, sealed in a block of its own. */
  private static void written(OffsetDateTime at) throws SQLException {
    asOwner(
        "insert into audit_entry (at, actor_kind, actor, roles, what, object_kind, object_id)"
            + " values ('"
            + at
            + "', 'USER', 'long-ago', '', 'changed', 'thing', '1')");
    await()
        .until(
            () ->
                number(
                        "select count(*) from audit_seal where until > (select max(txid) from"
                            + " audit_entry)")
                    == 1);
  }

  private static JsonPath proof() {
    return given()
        .auth()
        .oauth2(Tokens.manager())
        .get("/api/v1/audit/chains/audit/verification")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** As who owns the tables could: the triggers off, the deed, the triggers on. */
  private static void unguarded(String deed) throws SQLException {
    for (String guard : new String[] {"disable", "enable"}) {
      for (String table : new String[] {"audit_entry", "audit_seal"}) {
        asOwner("alter table " + table + " " + guard + " trigger user");
      }
      if (guard.equals("disable")) {
        asOwner(deed);
      }
    }
  }

  private static void asOwner(String statement) throws SQLException {
    try (Connection connection = TestDatabase.connect();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static long number(String query) throws SQLException {
    try (Connection connection = TestDatabase.connect();
        Statement sql = connection.createStatement()) {
      return number(sql, query);
    }
  }

  private static long number(Statement sql, String query) throws SQLException {
    try (ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
