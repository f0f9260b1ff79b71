package io.meridian.handoff.engine;

import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.Severity;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator has the ledgers derived anew. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class RecomputationIT {

  private static final String PATH = "/api/v1/accountability/recomputation";

  @Inject MovableClock clock;
  @Inject Pool pool;

  private Scene scene;
  private UUID accepted;
  private UUID left;
  private UUID closed;

  @BeforeEach
  void three_escalations_after_a_shift_change() {
    scene = new Scene(clock, pool);
    scene.begin("09:00", CalendarText.followTheSun());
    accepted = scene.open(Severity.SEV3, "09:00");
    left = scene.open(Severity.SEV3, "09:00");
    closed = scene.open(Severity.SEV3, "09:00");
    scene.goTo("14:30");
    scene
        .postTo(
            "emma",
            "/api/v1/accountability/" + closed + "/hold",
            JsonObject.of("until", "2026-03-09T18:00:00Z"))
        .then()
        .statusCode(200);
    scene.goTo("15:00");
    scene.jump("15:07");
    String handoff = scene.handoff(accepted).getString("id");
    scene.accept(handoff, "zoe").then().statusCode(200);
    scene.close(closed, "15:05");
    scene.goTo("15:20");
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void ledgers_that_are_as_they_should_be_differ_nowhere() {
    List<Map<String, Object>> differing = new ArrayList<>();
    int examined = 0;
    String cursor = null;
    int pages = 0;
    do {
      JsonPath page = check(cursor == null ? "?limit=2" : "?limit=2&cursor=" + cursor);
      differing.addAll(page.getList("items"));
      examined += page.getInt("examined");
      cursor = page.getString("nextCursor");
      pages++;
    } while (cursor != null);
    assertThat(differing).isEmpty();
    assertThat(examined).isEqualTo(3);
    assertThat(pages).isEqualTo(2);
  }

  @Test
  void a_hold_ends_with_its_span() {
    assertThat(
            scene
                .sql("select upper(during)::text from hold where escalation_id = $1", closed)
                .iterator()
                .next()
                .getString(0))
        .contains("15:05:00");
  }

  @Test
  void a_gap_with_another_cause_is_told() {
    scene.sql("update gap set cause = 'COVERAGE_HOLE' where escalation_id = $1", left);
    JsonPath page = check("");
    assertThat(page.getList("items.escalationId")).containsExactly(left.toString());
    assertThat(page.getString("items[0].differences[0].ledger")).isEqualTo("GAPS");
    assertThat(page.getString("items[0].differences[0].at")).isEqualTo("2026-03-09T15:00:00Z");
    assertThat(page.getString("items[0].differences[0].stored")).startsWith("COVERAGE_HOLE");
    assertThat(page.getString("items[0].differences[0].derived")).startsWith("UNACCEPTED_HANDOFF");
    assertThat(scene.gaps(left)).containsExactly("15:00 open COVERAGE_HOLE");
  }

  @Test
  void a_lost_gap_and_an_acceptance_by_somebody_else_are_told() {
    scene.sql("delete from gap where escalation_id = $1", left);
    scene.sql("update handoff set to_tam = 'eve' where escalation_id = $1", accepted);
    JsonPath page = check("");
    assertThat(page.getList("items.escalationId"))
        .containsExactlyInAnyOrder(left.toString(), accepted.toString());
    assertThat(page.getList("items.differences.ledger.flatten()"))
        .containsExactlyInAnyOrder("GAPS", "ACCOUNTABILITY");
  }

  @Test
  void a_gap_that_ends_a_millisecond_late_is_told() {
    scene.sql(
        "update gap set during = tstzrange(lower(during), upper(during) + interval '1 millisecond')"
            + " where escalation_id = $1",
        accepted);
    JsonPath page = check("");
    assertThat(page.getList("items.escalationId")).containsExactly(accepted.toString());
    assertThat(page.getString("items[0].differences[0].stored")).endsWith("T15:07:00.001Z");
    assertThat(page.getString("items[0].differences[0].derived")).endsWith("T15:07:00Z");
  }

  @Test
  void a_lost_interval_is_told_and_the_gaps_are_still_derived_as_they_were() {
    unchecked("delete from accountability where escalation_id = '" + left + "'");
    JsonPath page = check("");
    assertThat(page.getList("items.escalationId")).containsExactly(left.toString());
    assertThat(page.getList("items[0].differences.ledger")).containsExactly("ACCOUNTABILITY");
    assertThat(page.getString("items[0].differences[0].stored")).isNull();
    assertThat(page.getString("items[0].differences[0].derived"))
        .contains(" in EMEA as ASSIGNED")
        .endsWith("until null");
  }

  @Test
  void an_interval_of_somebody_else_is_told_though_the_partition_holds() {
    scene.sql(
        "update accountability set tam = 'eve' where escalation_id = $1 and basis = 'HANDOFF'",
        accepted);
    JsonPath page = check("");
    assertThat(page.getList("items.escalationId")).containsExactly(accepted.toString());
    assertThat(page.getString("items[0].differences[0].stored")).startsWith("eve in AMER");
    assertThat(page.getString("items[0].differences[0].derived")).startsWith("zoe in AMER");
  }

  @Test
  void a_hold_that_was_lengthened_is_told() {
    scene.sql(
        "update hold set during = tstzrange(lower(during), upper(during) + interval '1 hour')"
            + " where escalation_id = $1",
        closed);
    JsonPath page = check("");
    assertThat(page.getList("items.escalationId")).containsExactly(closed.toString());
    assertThat(page.getList("items[0].differences.ledger")).containsExactly("HOLDS", "HOLDS");
  }

  @Test
  void what_has_not_come_back_from_the_log_is_behind_and_not_compared() {
    check("");
    scene.sql("delete from accountability_fact where escalation_id = $1", left);
    scene.sql("delete from gap where escalation_id = $1", left);
    JsonPath page = page("");
    assertThat(page.getList("behind")).containsExactly(left.toString());
    assertThat(page.getList("items")).isEmpty();
  }

  @Test
  void a_tam_may_not_ask() {
    given().auth().oauth2(Tokens.tam("emma")).get(PATH).then().statusCode(403);
  }

  /** What the constraints of the ledger would refuse. */
  private void unchecked(String statement) {
    scene.sql(
        "do $$ begin set local session_replication_role = replica; " + statement + "; end $$");
  }

  /** Asks until all that was told has been read back. */
  private static JsonPath check(String query) {
    await().until(() -> page(query).getList("behind").isEmpty());
    return page(query);
  }

  private static JsonPath page(String query) {
    return given()
        .auth()
        .oauth2(Tokens.admin())
        .get(PATH + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
