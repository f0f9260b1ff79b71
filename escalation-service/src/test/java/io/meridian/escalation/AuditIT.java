package io.meridian.escalation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.escalation.intake.api.Webhook;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.meridian.testkit.audit.AuditMatrix;
import io.meridian.testkit.audit.WrittenEntry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever changes something is written down with what they changed, once. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class AuditIT {
  private static final String KAI = "tam-kai";
  private static final String ESCALATIONS = "/api/v1/escalations";

  @Inject MovableClock clock;

  private static RequestSpecification kai() {
    return given().auth().oauth2(Tokens.tam(KAI)).contentType("application/json");
  }

  private static RequestSpecification admin() {
    return given().auth().oauth2(Tokens.admin()).contentType("application/json");
  }

  private static Response open(String title) {
    return kai().body("{\"title\":\"" + title + "\",\"severity\":\"SEV3\"}").post(ESCALATIONS);
  }

  /** With the entity tag that it has now. */
  private static RequestSpecification current(String path, String body) {
    return kai().header("If-Match", kai().get(path).header("ETag")).body(body);
  }

  private String ticket(int version) {
    return "{\"externalId\":\"audited\",\"version\":%d,\"title\":\"DNS v%d\",\"severity\":\"SEV2\"}"
        .formatted(version, version);
  }

  private Response send(Webhook desk, String body) {
    return desk.send(body, clock.instant());
  }

  private static String incident() {
    return """
        {"sys_id":"audited","number":"INC7","short_description":"DNS down","state":"1",\
        "priority":"2","sys_mod_count":"1","sys_updated_on":"2026-03-08 07:00:00"}""";
  }

  @Test
  void every_operation_leaves_one_entry_for_each_object_that_it_changed() {
    String one = ESCALATIONS + "/" + open("audited").path("id");
    String key = UUID.randomUUID().toString();
    Webhook desk = Webhook.admitted("generic");
    Webhook other = Webhook.admitted("servicenow");
    String doomed = "/api/v1/integrations/" + Webhook.admitted("generic").id();
    new AuditMatrix()
        .again(
            "POST /api/v1/escalations",
            KAI,
            "escalation",
            () ->
                kai()
                    .header("Idempotency-Key", key)
                    .body("{\"title\":\"kept\",\"severity\":\"SEV2\"}")
                    .post(ESCALATIONS))
        .again(
            "PATCH /api/v1/escalations/{id}",
            KAI,
            "escalation",
            () -> current(one, "{\"title\":\"renamed\"}").patch(one))
        .again(
            "POST /api/v1/escalations/{id}/acknowledgement",
            KAI,
            "escalation",
            () -> current(one, "").post(one + "/acknowledgement"))
        .again(
            "PUT /api/v1/escalations/{id}/severity",
            KAI,
            "escalation",
            () ->
                current(one, "{\"severity\":\"SEV1\",\"reason\":\"worse\"}").put(one + "/severity"))
        .again(
            "PUT /api/v1/escalations/{id}/service-hours",
            KAI,
            "escalation",
            () ->
                current(one, "{\"serviceHours\":\"FOLLOW_THE_SUN\",\"reason\":\"asked for\"}")
                    .put(one + "/service-hours"))
        .once(
            "POST /api/v1/escalations/{id}/timeline",
            KAI,
            "escalation",
            () -> kai().body("{\"text\":\"looked at it\"}").post(one + "/timeline"))
        .once(
            "PUT /api/v1/escalations/{id}/status",
            KAI,
            "escalation",
            () ->
                current(one, "{\"status\":\"RESOLVED\",\"reason\":\"restarted\"}")
                    .put(one + "/status"))
        .again(
            "POST /api/v1/intake/generic/{integrationId}",
            desk.id(),
            "escalation",
            () -> desk.deliver("msg_1", ticket(1), clock.instant()))
        .again(
            "POST /api/v1/intake/servicenow/{integrationId}",
            other.id(),
            "escalation",
            () -> other.deliver("msg_1", incident(), clock.instant()))
        .once(
            "POST /api/v1/integrations",
            "admin-ada",
            "integration",
            () ->
                admin().body("{\"kind\":\"generic\",\"name\":\"a\"}").post("/api/v1/integrations"))
        .once(
            "POST /api/v1/integrations/{id}/rotation",
            "admin-ada",
            "integration",
            () -> admin().post(doomed + "/rotation"))
        .again(
            "DELETE /api/v1/integrations/{id}",
            "admin-ada",
            "integration",
            () -> admin().delete(doomed))
        .check("POST /api/v1/dead-letters/{consumer}/{position}/replay");
  }

  @Test
  void each_entry_begins_where_the_one_before_ended_and_says_why() {
    long before = WrittenEntry.last();
    String id = open("chained").path("id");
    String one = ESCALATIONS + "/" + id;
    current(one, "{\"severity\":\"SEV1\",\"reason\":\"all of EMEA\"}").put(one + "/severity");
    kai().body("{\"text\":\"a note\"}").post(one + "/timeline");

    List<WrittenEntry> entries =
        WrittenEntry.after(before).stream().filter(e -> e.object().equals(id)).toList();

    assertThat(entries).hasSize(3);
    assertThat(entries.getFirst().before()).isNull();
    assertThat(entries.get(1).before()).isEqualTo(entries.get(0).after());
    assertThat(entries.get(2).before()).isEqualTo(entries.get(1).after());
    assertThat(entries.get(1).reason()).isEqualTo("all of EMEA");
    assertThat(entries.get(1).roles()).isEqualTo("tam");
    assertThat(entries.get(1).after()).isNotEqualTo(entries.get(0).after());
  }

  @Test
  void two_messages_about_one_ticket_are_two_entries_of_one_object() {
    Webhook desk = Webhook.admitted("generic");
    long before = WrittenEntry.last();
    String id = send(desk, ticket(1)).path("escalationId");
    send(desk, ticket(2)).then().statusCode(200);

    List<WrittenEntry> entries = WrittenEntry.after(before);

    assertThat(entries).extracting(WrittenEntry::object).containsExactly(id, id);
    assertThat(entries).extracting(WrittenEntry::actorKind).containsOnly("INTEGRATION");
    assertThat(entries.get(1).before()).isEqualTo(entries.get(0).after());
  }
}
