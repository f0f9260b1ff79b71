package io.meridian.escalation.api.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(MeridianServers.class)
class IntakeIT {
  private static final Instant NOW = Instant.parse("2026-03-08T07:00:00Z");

  @Inject MovableClock clock;

  @BeforeEach
  void stopTheClock() {
    clock.set(NOW);
  }

  @AfterEach
  void letItRun() {
    clock.run();
  }

  private static String generic(String id, int version, String rest) {
    return "{\"externalId\":\"%s\",\"version\":%d,\"title\":\"DNS down\",\"severity\":\"SEV2\"%s}"
        .formatted(id, version, rest);
  }

  private static String incident(String id, int version, String state, String priority) {
    return incident(id, version, state, priority, "");
  }

  private static String incident(
      String id, int version, String state, String priority, String rest) {
    return """
        {"sys_id":"%s","number":"INC0010042","short_description":"DNS down","state":"%s",\
        "priority":"%s","sys_mod_count":"%d","sys_updated_on":"2026-03-08 07:00:00",\
        "u_unknown_to_us":"x","active":"true"%s}"""
        .formatted(id, state, priority, version, rest);
  }

  private static ValidatableResponse outcome(Response response, int status, String outcome) {
    return response.then().statusCode(status).body("outcome", equalTo(outcome));
  }

  private static ValidatableResponse read(String id) {
    return given().auth().oauth2(Tokens.manager()).get("/api/v1/escalations/" + id).then();
  }

  private static ValidatableResponse timeline(String id) {
    return given()
        .auth()
        .oauth2(Tokens.manager())
        .get("/api/v1/escalations/" + id + "/timeline")
        .then();
  }

  @Test
  void a_ticket_opens_once_and_follows_its_newest_message() {
    Webhook desk = Webhook.admitted("generic");

    String id =
        outcome(desk.deliver("msg_1", generic("1", 1, ""), NOW), 201, "CREATED")
            .extract()
            .path("escalationId");
    outcome(desk.deliver("msg_1", generic("1", 1, ""), NOW), 200, "DUPLICATE")
        .body("escalationId", equalTo(id));
    outcome(desk.send(generic("1", 3, ",\"status\":\"RESOLVED\""), NOW), 200, "UPDATED");
    outcome(desk.send(generic("1", 2, ",\"status\":\"CLOSED\""), NOW), 200, "STALE");

    read(id)
        .body("status", equalTo("RESOLVED"))
        .body("externalRef.system", equalTo("generic:" + desk.id()))
        .body("externalRef.version", equalTo(3))
        .body("revision", equalTo(2));
    timeline(id)
        .body("items.kind", contains("OPENED", "RESOLVED"))
        .body("items[1].by", equalTo("helpdesk"));
  }

  @Test
  void the_same_ticket_number_of_two_senders_is_two_escalations() {
    String first = Webhook.admitted("generic").send(generic("7", 1, ""), NOW).path("escalationId");

    outcome(Webhook.admitted("generic").send(generic("7", 1, ""), NOW), 201, "CREATED")
        .body("escalationId", not(first));
  }

  @Test
  void without_a_version_the_time_at_the_sender_orders_messages() {
    Webhook desk = Webhook.admitted("generic");
    String later = unversioned(",\"occurredAt\":\"2026-03-08T06:59:00.000002Z\"");
    String earlier = unversioned(",\"occurredAt\":\"2026-03-08T06:59:00.000001Z\"");

    outcome(desk.deliver("msg_2", later, NOW), 201, "CREATED");
    outcome(desk.deliver("msg_1", earlier, NOW), 200, "STALE");
    outcome(desk.deliver("msg_2", later, NOW), 200, "DUPLICATE");
  }

  @Test
  void of_two_changes_in_one_instant_both_count() {
    Webhook desk = Webhook.admitted("generic");
    String at = ",\"occurredAt\":\"2026-03-08T06:59:00Z\"";
    String raised = unversioned(at).replace("SEV2", "SEV1");

    String id = desk.deliver("msg_1", unversioned(at), NOW).path("escalationId");
    outcome(desk.deliver("msg_2", raised, NOW), 200, "UPDATED");
    outcome(desk.deliver("msg_2", raised, NOW), 200, "DUPLICATE");

    read(id).body("severity", equalTo("SEV1")).body("externalRef.version", nullValue());
  }

  @Test
  void an_order_that_cannot_be_compared_or_lies_ahead_is_refused_by_name() {
    Webhook desk = Webhook.admitted("generic");

    desk.send(unversioned(",\"version\":1"), NOW).then().statusCode(201);
    desk.send(unversioned(",\"occurredAt\":\"2026-03-08T06:59:00Z\""), NOW)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:meridian:problem:other-scale"))
        .body("detail", containsString("ordered by a counter"));
    desk.send(unversioned(",\"occurredAt\":\"2026-03-08T07:05:01Z\""), NOW)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/occurredAt"))
        .body("errors.code", contains("too-far-ahead"));
    outcome(desk.send(unversioned(",\"version\":2"), NOW), 200, "UPDATED");
  }

  @Test
  void what_is_not_told_stays_as_it_was() {
    Webhook desk = Webhook.admitted("generic");
    String full = ",\"description\":\"since 06:40\",\"status\":\"RESOLVED\"";

    String id = desk.send(generic("p", 1, full), NOW).path("escalationId");
    outcome(desk.send(generic("p", 2, ""), NOW), 200, "UPDATED");

    read(id).body("status", equalTo("RESOLVED")).body("description", equalTo("since 06:40"));
  }

  @Test
  void odd_text_is_mended_and_what_was_shortened_is_named() {
    Webhook desk = Webhook.admitted("generic");
    String alarm = "\ud83d\udea8";
    String body =
        "{\"externalId\":\"odd\",\"version\":1,\"severity\":\"SEV2\",\"title\":\"%s\",\"description\":\"%s\"}"
            .formatted(alarm.repeat(501), "a\\u0000b\\ud800c");

    String id =
        outcome(desk.send(body, NOW), 201, "CREATED")
            .body("shortened", contains("title"))
            .extract()
            .path("escalationId");

    read(id)
        .body("title", equalTo(alarm.repeat(500)))
        .body("description", equalTo("a\ufffdb\ufffdc"));
    outcome(desk.send(generic("even", 1, ""), NOW), 201, "CREATED")
        .body("shortened", emptyIterable());
  }

  @ParameterizedTest
  @CsvSource({"generic, externalId", "servicenow, sys_id"})
  void an_id_that_cannot_be_stored_is_refused_and_meets_no_other_ticket(String kind, String field) {
    Webhook desk = Webhook.admitted(kind);
    String template = kind.equals("generic") ? generic("ID", 1, "") : incident("ID", 1, "1", "2");

    outcome(desk.send(template.replace("ID", "x?"), NOW), 201, "CREATED");
    for (String half : List.of("x\\ud800", "x\\udc00", "x\\u0000")) {
      desk.send(template.replace("ID", half), NOW)
          .then()
          .statusCode(400)
          .body("errors.pointer", contains("/" + field))
          .body("errors.detail[0]", containsString("must not hold"));
    }
  }

  private static String unversioned(String rest) {
    return "{\"externalId\":\"8\",\"title\":\"t\",\"severity\":\"SEV2\"" + rest + "}";
  }

  @Test
  void an_incident_first_seen_late_opens_and_its_past_is_stale() {
    Webhook now = Webhook.admitted("servicenow");

    String id =
        outcome(now.send(incident("a", 3, "2", "1"), NOW), 201, "CREATED")
            .extract()
            .path("escalationId");
    outcome(now.send(incident("a", 0, "1", "3"), NOW), 200, "STALE");

    read(id)
        .body("severity", equalTo("SEV1"))
        .body("status", equalTo("ACKNOWLEDGED"))
        .body("title", equalTo("DNS down"))
        .body("openedAt", equalTo("2026-03-08T07:00:00Z"));
  }

  @Test
  void an_incident_goes_through_its_life() {
    Webhook now = Webhook.admitted("servicenow");
    String group = ",\"assignment_group\":{\"value\":\"70\",\"display_value\":\"Network\"}";

    String id = now.send(incident("b", 0, "1", "3"), NOW).path("escalationId");
    now.send(incident("b", 1, "2", "2", group), NOW);
    now.send(incident("b", 2, "2", "2", group), NOW);
    now.send(incident("b", 3, "6", "2", group), NOW);
    now.send(incident("b", 4, "2", "2", group), NOW);
    now.send(incident("b", 5, "8", "2", group), NOW);

    read(id).body("status", equalTo("CLOSED")).body("severity", equalTo("SEV2"));
    timeline(id)
        .body(
            "items.kind",
            contains(
                "OPENED",
                "ACKNOWLEDGED",
                "SEVERITY_CHANGED",
                "NOTED",
                "RESOLVED",
                "REOPENED",
                "ACKNOWLEDGED",
                "CLOSED"))
        .body("items[3].text", equalTo("assignment_group: none → Network"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"title\":\"t\",\"severity\":\"SEV2\",\"version\":1}|/externalId",
        "{\"externalId\":\"1\",\"title\":\" \",\"severity\":\"SEV2\",\"version\":1}|/title",
        "{\"externalId\":\"1\",\"title\":\"t\",\"version\":1}|/severity",
        "{\"externalId\":\"1\",\"title\":\"t\",\"severity\":\"SEV9\",\"version\":1}|/severity",
        "{\"externalId\":\"1\",\"title\":\"t\",\"severity\":\"SEV2\"}|/version",
        "{\"externalId\":\"1\",\"title\":\"t\",\"severity\":\"SEV2\",\"version\":-1}|/version",
        "{\"externalId\":1,\"title\":\"t\",\"severity\":\"SEV2\",\"version\":1}|/externalId",
        "{\"externalId\":\"1\",\"title\":\"t\",\"severity\":\"SEV2\",\"version\":9007199254740992}|/version",
        "{\"externalId\":\"1\",\"title\":\"t\",\"severity\":\"SEV2\",\"version\":1,\"x\":1}|/x",
        "{\"externalId\":\"1\",\"title\":\"t\",\"severity\":\"SEV2\",\"version\":1,\"status\":\"ACKNOWLEDGED\"}|/status",
        "{\"externalId\":\"1\",\"title\":\"t\",\"severity\":\"SEV2\",\"version\":1,\"url\":\"ftp://x\"}|/url",
      })
  void a_malformed_ticket_is_refused_by_the_name_of_its_field(String body, String pointer) {
    Webhook.admitted("generic")
        .send(body, NOW)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.pointer", hasItem(pointer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"state\":\"1\",\"priority\":\"3\",\"sys_mod_count\":\"0\"}|/sys_id",
        "{\"sys_id\":\"1\",\"state\":\"-100\",\"priority\":\"3\",\"sys_mod_count\":\"0\"}|/state",
        "{\"sys_id\":\"1\",\"state\":\"1\",\"priority\":\"9\",\"sys_mod_count\":\"0\"}|/priority",
        "{\"sys_id\":\"1\",\"state\":\"1\",\"impact\":\"1\",\"sys_mod_count\":\"0\"}|/priority",
        "{\"sys_id\":\"1\",\"state\":\"1\",\"priority\":\"3\",\"sys_mod_count\":\"x\"}|/sys_mod_count",
        "{\"sys_id\":\"1\",\"state\":\"1\",\"priority\":\"3\",\"sys_mod_count\":\"0\",\"opened_at\":\"8/3/2026\"}|/opened_at",
        "{\"sys_id\":[],\"state\":\"1\",\"priority\":\"3\",\"sys_mod_count\":\"0\"}|/sys_id",
      })
  void a_malformed_incident_is_refused_by_the_name_of_its_field(String body, String pointer) {
    Webhook.admitted("servicenow")
        .send(body, NOW)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer));
  }

  @Test
  void impact_and_urgency_stand_in_for_a_missing_priority() {
    String body =
        "{\"sys_id\":\"c\",\"state\":\"1\",\"impact\":\"1\",\"urgency\":\"2\",\"sys_mod_count\":0}";

    String id = Webhook.admitted("servicenow").send(body, NOW).path("escalationId");

    read(id).body("severity", equalTo("SEV2")).body("title", equalTo("Incident c"));
  }

  @Test
  void what_is_not_signed_well_is_refused_alike_and_changes_nothing() {
    Webhook desk = Webhook.admitted("generic");
    String body = generic("9", 1, "");
    Response wrongSecret =
        desk.withSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").send(body, NOW);
    Response unknown =
        new Webhook("generic", UUID.randomUUID().toString(), desk.secret()).send(body, NOW);
    Response otherKind = new Webhook("servicenow", desk.id(), desk.secret()).send(body, NOW);
    Response malformedId = new Webhook("generic", "nobody", desk.secret()).send(body, NOW);
    Response old = desk.send(body, NOW.minus(Duration.ofMinutes(6)));
    Response unsigned = given().contentType("application/json").body(body).post(desk.path());

    for (Response refused : List.of(wrongSecret, unknown, otherKind, malformedId, old, unsigned)) {
      refused.then().statusCode(401).contentType("application/problem+json");
      assertThat(refused.<String>path("detail")).isEqualTo(unknown.path("detail"));
    }
    outcome(desk.send(body, NOW), 201, "CREATED");
  }

  @Test
  void malformed_json_other_media_and_large_bodies_are_refused() {
    Webhook desk = Webhook.admitted("generic");

    desk.send("{\"externalId\":", NOW)
        .then()
        .statusCode(400)
        .body("type", containsString("invalid-request"));
    desk.send("[]", NOW).then().statusCode(400);
    desk.send("null", NOW).then().statusCode(400);
    Webhook.admitted("servicenow").send("[]", NOW).then().statusCode(400);
    desk.signed("x", NOW).contentType("text/plain").post(desk.path()).then().statusCode(415);
    desk.send("{\"title\":\"" + "x".repeat(300_000) + "\"}", NOW).then().statusCode(413);
  }

  @Test
  void both_secrets_are_believed_after_a_rotation_until_the_old_one_ends() {
    Webhook desk = Webhook.admitted("generic");
    var manager = given().auth().oauth2(Tokens.manager());
    String path = "/api/v1/integrations/" + desk.id();
    String secret =
        manager.post(path + "/rotation").then().statusCode(200).extract().path("secret");

    outcome(desk.send(generic("r", 1, ""), NOW), 201, "CREATED");
    outcome(desk.withSecret(secret).send(generic("r", 2, ""), NOW), 200, "UPDATED");
    clock.advance(Duration.ofHours(24));
    desk.send(generic("r", 3, ""), clock.instant()).then().statusCode(401);
    outcome(desk.withSecret(secret).send(generic("r", 3, ""), clock.instant()), 200, "UPDATED");
    manager.get(path).then().statusCode(200).body("secret", nullValue());
  }

  @Test
  void a_revoked_integration_is_not_believed() {
    Webhook desk = Webhook.admitted("generic");
    var admin = given().auth().oauth2(Tokens.admin());

    admin.delete("/api/v1/integrations/" + desk.id()).then().statusCode(204);

    desk.send(generic("x", 1, ""), NOW).then().statusCode(401);
    admin.post("/api/v1/integrations/" + desk.id() + "/rotation").then().statusCode(409);
    admin
        .get("/api/v1/integrations?limit=500")
        .then()
        .body("items.find { it.id == '" + desk.id() + "' }.revokedAt", containsString("2026"));
  }
}
