package io.meridian.escalation;

import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.TestDatabase;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is in the audit log is found, and cannot be changed unnoticed by who owns the database. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class AuditChainIT {
  private static final String AUDIT = "/api/v1/audit";
  private static final String LAST = "(select max(txid) from audit_entry)";

  private static Response open(String tam) {
    return given()
        .auth()
        .oauth2(Tokens.tam(tam))
        .contentType("application/json")
        .body("{\"title\":\"sealed\",\"severity\":\"SEV4\"}")
        .post("/api/v1/escalations");
  }

  private static JsonPath read(String path) {
    return given()
        .auth()
        .oauth2(Tokens.manager())
        .get(AUDIT + path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static JsonPath proof() {
    return read("/chains/audit/verification");
  }

  /** Three escalations, one after the other, sealed. */
  private static List<String> three(String tam) {
    List<String> ids = List.of(open(tam).path("id"), open(tam).path("id"), open(tam).path("id"));
    await().until(() -> number("select count(*) from audit_seal where until > " + LAST) == 1);
    assertThat(proof().getBoolean("intact")).isTrue();
    return ids;
  }

  private static long number(String query) {
    try (Connection connection = TestDatabase.connect();
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As who owns the tables could: the triggers off, the deed, the look, and all as it was. */
  private static List<String> faultsAfter(String deed) {
    try (Connection connection = TestDatabase.connect();
        Statement sql = connection.createStatement()) {
      for (String table : List.of("audit_entry", "audit_seal")) {
        sql.execute("create table kept_" + table + " as table " + table);
        sql.execute("alter table " + table + " disable trigger user");
      }
      assertThat(sql.executeUpdate(deed)).isPositive();
      List<String> faults = proof().getList("faults.kind");
      for (String table : List.of("audit_entry", "audit_seal")) {
        sql.execute("delete from " + table);
        sql.execute("insert into " + table + " overriding system value table kept_" + table);
        sql.execute("drop table kept_" + table);
        sql.execute("alter table " + table + " enable trigger user");
      }
      assertThat(proof().getBoolean("intact")).isTrue();
      return faults;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void the_log_is_searched_by_who_what_which_object_and_when() {
    String tam = "tam-" + UUID.randomUUID();
    List<String> ids = three(tam);

    JsonPath all = read("?who=" + tam);
    assertThat(all.getList("items.object.id")).containsExactly(ids.get(2), ids.get(1), ids.get(0));
    assertThat(all.getList("items.what")).containsOnly("POST /api/v1/escalations");
    assertThat(all.getList("items.who.roles[0]")).containsOnly("tam");
    JsonPath page = read("?who=" + tam + "&limit=2");
    assertThat(read("?who=" + tam + "&cursor=" + page.getString("nextCursor")).getList("items"))
        .hasSize(1);
    assertThat(read("?kind=escalation&object=" + ids.get(1)).getList("items")).hasSize(1);
    assertThat(read("?who=" + tam + "&until=2001-01-01T00:00:00Z").getList("items")).isEmpty();
    assertThat(read("?who=" + tam + "&from=2001-01-01T00:00:00Z").getList("items")).hasSize(3);
    assertThat(read("?who=" + tam + "&what=PUT /x").getList("items")).isEmpty();
  }

  @Test
  void managers_auditors_and_admins_read_it_and_nobody_else() {
    for (String path : List.of("", "/chains", "/chains/audit/verification")) {
      given().auth().oauth2(Tokens.tam("kai")).get(AUDIT + path).then().statusCode(403);
      given().auth().oauth2(Tokens.admin()).get(AUDIT + path).then().statusCode(200);
      given().auth().oauth2(Tokens.auditor()).get(AUDIT + path).then().statusCode(200);
    }
    given()
        .auth()
        .oauth2(Tokens.manager())
        .get(AUDIT + "/chains/none/verification")
        .then()
        .statusCode(404);
  }

  @Test
  void one_changed_byte_a_dropped_row_an_added_one_and_another_order_are_noticed() {
    three("tam-kai");

    assertThat(faultsAfter("update audit_entry set actor = 'tam-kaj' where txid = " + LAST))
        .containsExactly("CHANGED");
    assertThat(faultsAfter("delete from audit_entry where txid = " + LAST))
        .containsExactly("CHANGED");
    assertThat(
            faultsAfter(
                "update audit_entry e set object_id = o.object_id from audit_entry o where e.txid"
                    + " in (select txid from audit_entry order by txid desc limit 2) and o.txid in"
                    + " (select txid from audit_entry order by txid desc limit 2) and o.txid <>"
                    + " e.txid"))
        .isNotEmpty()
        .containsOnly("CHANGED");
    assertThat(
            faultsAfter(
                "insert into audit_entry (txid, at, actor_kind, actor, roles, what, object_kind,"
                    + " object_id) select txid, at, actor_kind, actor, roles, what, object_kind,"
                    + " 'another' from audit_entry where txid = "
                    + LAST))
        .containsExactly("CHANGED");
  }

  @Test
  void a_seal_that_is_dropped_or_moved_is_noticed() {
    three("tam-kai");
    three("tam-kai");

    assertThat(
            faultsAfter(
                "delete from audit_seal where position = (select max(position) - 1 from"
                    + " audit_seal)"))
        .contains("MISSING");
    assertThat(
            faultsAfter(
                "update audit_seal set until = until + 1 where position = (select max(position) - 1"
                    + " from audit_seal)"))
        .contains("CHANGED");
  }

  @Test
  void the_database_refuses_to_change_or_delete_it() {
    three("tam-kai");
    for (String table : List.of("audit_entry", "audit_seal")) {
      for (String deed : List.of("delete from ", "truncate ")) {
        assertThatThrownBy(
                () -> {
                  try (Connection connection = TestDatabase.connect();
                      Statement sql = connection.createStatement()) {
                    sql.execute(deed + table);
                  }
                })
            .hasMessageContaining("never changed");
      }
    }
  }

  @Test
  void a_part_of_the_chain_is_verified_by_its_positions() {
    three("tam-kai");
    three("tam-kai");
    long end = proof().getLong("head.position");

    given()
        .auth()
        .oauth2(Tokens.manager())
        .get(AUDIT + "/chains/audit/verification?after=1&until=" + (end - 1))
        .then()
        .statusCode(200)
        .body("intact", equalTo(true))
        .body("complete", equalTo(false))
        .body("links", equalTo((int) end - 2))
        .body("head.position", equalTo((int) end - 1));
    given()
        .auth()
        .oauth2(Tokens.manager())
        .get(AUDIT + "/chains/audit/verification?after=3&until=2")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("?until"));
  }
}
