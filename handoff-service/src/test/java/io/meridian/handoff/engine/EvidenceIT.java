package io.meridian.handoff.engine;

import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meridian.events.Severity;
import io.meridian.handoff.Tables;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.TestDatabase;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every finished handoff leaves evidence that nobody can change unnoticed. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class EvidenceIT {
  private static final String UNDERSTOOD = ", that is understood";
  private static final List<String> TABLES = List.of("evidence", "evidence_seal");

  @Inject MovableClock clock;
  @Inject Pool pool;
  private Scene scene;

  @BeforeEach
  void begin() {
    scene = new Scene(clock, pool);
    scene.begin("14:30", CalendarText.followTheSun());
    scene.goTo("14:31");
    beginAnew();
  }

  @AfterEach
  void end() {
    beginAnew();
    scene.close();
  }

  private void beginAnew() {
    unguarded("truncate evidence, evidence_seal, evidence_unsealed");
    Tables.run(
        pool,
        "update chain_retention set root = 0, forgotten_before = '-infinity' where chain ="
            + " 'evidence'");
  }

  /** As who owns the tables could: the triggers off, the deed, the triggers on. */
  private void unguarded(String deed) {
    TABLES.forEach(table -> Tables.run(pool, "alter table " + table + " disable trigger user"));
    Tables.run(pool, deed);
    TABLES.forEach(table -> Tables.run(pool, "alter table " + table + " enable trigger user"));
  }

  private String accepted(String word) {
    UUID escalation = scene.open(Severity.SEV2, "14:31");
    await().until(() -> !scene.handoffs(escalation).isEmpty());
    String id = scene.handoff(escalation).getString("id");
    scene
        .post("zoe", id + "/acceptance", JsonObject.of("readBack", word + UNDERSTOOD))
        .then()
        .statusCode(200);
    return id;
  }

  private JsonPath sealed(String handoff) {
    return await()
        .until(
            () -> scene.get("/api/v1/handoffs/" + handoff + "/evidence"),
            json -> json.get("items[-1].hash") != null);
  }

  private JsonPath proof() {
    return scene.get("/api/v1/handoffs/evidence/verification");
  }

  private List<String> three() {
    List<String> ids = List.of(accepted("one"), accepted("two"), accepted("three"));
    ids.forEach(this::sealed);
    assertThat(proof().getBoolean("intact")).isTrue();
    assertThat(proof().getLong("links")).isEqualTo(3);
    return ids;
  }

  @Test
  void an_acceptance_is_recorded_with_who_what_when_and_the_receivers_words() {
    String id = three().getLast();
    JsonPath evidence = sealed(id);
    assertThat(evidence.getBoolean("verified")).isTrue();
    assertThat(evidence.getString("items[0].entry.state")).isEqualTo("ACCEPTED");
    assertThat(evidence.getString("items[0].entry.from.tam")).isIn("emma", "noah");
    assertThat(evidence.getString("items[0].entry.to.tam")).isEqualTo("zoe");
    assertThat(evidence.getString("items[0].entry.acceptedAt"))
        .isEqualTo("2026-03-09T14:31:00.000Z");
    assertThat(evidence.getString("items[0].entry.readBack")).isEqualTo("three" + UNDERSTOOD);
    assertThat(evidence.getString("items[0].entry.briefing.sha256")).hasSize(64);
    assertThat(evidence.getString("items[0].previousHash")).hasSize(64);
  }

  @Test
  void an_acceptance_that_is_annulled_leaves_both() {
    UUID escalation = scene.open(Severity.SEV3, "14:31");
    await().until(() -> !scene.handoffs(escalation).isEmpty());
    String id = scene.handoff(escalation).getString("id");
    scene.accept(id, "zoe").then().statusCode(200);
    scene.close(escalation, "14:31");
    await()
        .until(
            () -> scene.get("/api/v1/handoffs/" + id + "/evidence"),
            json -> json.getList("items.hash").size() == 2 && json.getBoolean("verified"));
    assertThat(sealed(id).getList("items.entry.state")).containsExactly("ACCEPTED", "CANCELLED");
  }

  @Test
  void the_database_refuses_to_change_or_delete_it() {
    three();
    for (String table : TABLES) {
      for (String deed : List.of("delete from " + table, "truncate " + table, update(table))) {
        assertThatThrownBy(() -> scene.sql(deed)).as(deed).hasMessageContaining("never changed");
      }
    }
    assertThat(proof().getLong("links")).isEqualTo(3);
  }

  private static String update(String table) {
    return table.equals("evidence")
        ? "update evidence set entry = '{}'"
        : "update evidence_seal set position = position + 1";
  }

  @Test
  void one_changed_word_a_dropped_record_and_another_order_are_noticed() {
    List<String> ids = three();
    unguarded("update evidence set entry = replace(entry, '\"two,', '\"twa,')");
    assertThat(proof().getList("faults.kind")).containsExactly("CHANGED");
    assertThat(sealed(ids.get(1)).getBoolean("verified")).isFalse();
    assertThat(sealed(ids.get(0)).getBoolean("verified")).isTrue();
    unguarded("update evidence set entry = replace(entry, '\"twa,', '\"two,')");
    assertThat(proof().getBoolean("intact")).isTrue();

    unguarded(
        "update evidence e set entry = o.entry from evidence o where o.id = (select min(id) +"
            + " max(id) from evidence) - e.id and o.id <> e.id");
    assertThat(proof().getList("faults.position")).containsExactly(1, 3);
    assertThat(proof().getList("faults.kind")).containsExactly("CHANGED", "CHANGED");
  }

  @Test
  void a_record_dropped_in_the_middle_is_noticed() {
    three();
    unguarded("delete from evidence_seal where position = 2");
    assertThat(proof().getList("faults.kind")).containsExactly("MISSING");
    assertThat(proof().getList("faults.position")).containsExactly(3);
  }

  @Test
  void a_record_dropped_at_the_end_is_noticed_too() {
    List<String> ids = three();
    unguarded("delete from evidence_seal where position = 3");
    unguarded("delete from evidence where id = (select max(id) from evidence)");
    JsonPath proof = proof();
    assertThat(proof.getBoolean("intact")).isFalse();
    assertThat(proof.getLong("withoutEvidence")).isEqualTo(1);
    assertThat(scene.get("/api/v1/handoffs/" + ids.getFirst() + "/evidence").getBoolean("verified"))
        .isTrue();
  }

  @Test
  void months_over_their_time_go_up_to_a_case_that_is_open() {
    List<String> ids = three();
    unguarded("update evidence set recorded_at = '2019-02-28T23:59:59Z'");
    scene.sql("update handoff set changed_at = '2019-02-28T23:59:59Z'");
    closed(ids.get(0));
    closed(ids.get(2));

    scene.sql("select evidence_forget(now())");

    assertThat(scene.sql("select 1 from evidence").size()).isEqualTo(2);
    assertThat(proof().getBoolean("intact")).isTrue();
    assertThat(proof().getLong("after")).isEqualTo(1);
    assertThat(proof().getLong("links")).isEqualTo(2);
    assertThat(sealed(ids.get(1)).getBoolean("verified")).isTrue();

    closed(ids.get(1));
    scene.sql("select evidence_forget(now())");

    assertThat(scene.sql("select 1 from evidence").size()).isZero();
    assertThat(proof().getBoolean("intact")).isTrue();
    assertThat(proof().getLong("after")).isEqualTo(3);
  }

  @Test
  void of_what_is_left_after_forgetting_a_dropped_record_is_noticed() {
    List<String> ids = three();
    unguarded(
        "update evidence set recorded_at = '2019-02-28T23:59:59Z' where id = (select min(id) from evidence)");
    closed(ids.getFirst());
    scene.sql("select evidence_forget(now())");
    assertThat(proof().getList("faults.kind")).isEmpty();

    unguarded("delete from evidence_seal where position = 2");

    assertThat(proof().getList("faults.kind")).containsExactly("MISSING");
  }

  @Test
  void the_services_role_cannot_forget_what_is_not_over_its_time() throws Exception {
    three();
    try (Connection connection = TestDatabase.connectAsService();
        Statement sql = connection.createStatement()) {
      sql.execute("select evidence_forget('infinity')");
    }
    assertThat(proof().getLong("links")).isEqualTo(3);
  }

  /** As if it had been closed long ago: no ledger of that time is here. */
  private void closed(String handoff) {
    scene.sql("alter table escalation disable trigger user");
    scene.sql(
        "update escalation set closed_at = '2026-03-09T14:32:00Z' where id ="
            + " (select escalation_id from handoff where id = $1)",
        UUID.fromString(handoff));
    scene.sql("alter table escalation enable trigger user");
  }

  @Test
  void a_tam_reads_evidence_but_only_a_manager_verifies_the_chain() {
    String id = three().getFirst();
    String one = "/api/v1/handoffs/" + id + "/evidence";
    given().auth().oauth2(Tokens.tam("kai")).get(one).then().statusCode(200);
    String all = "/api/v1/handoffs/evidence/verification";
    given().auth().oauth2(Tokens.tam("kai")).get(all).then().statusCode(403);
    given().auth().oauth2(Tokens.manager()).get(all + "?after=-1").then().statusCode(400);
    given()
        .auth()
        .oauth2(Tokens.manager())
        .get("/api/v1/handoffs/" + UUID.randomUUID() + "/evidence")
        .then()
        .statusCode(404);
  }
}
