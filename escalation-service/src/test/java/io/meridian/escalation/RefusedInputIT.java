package io.meridian.escalation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, and that it leaves no trace. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class RefusedInputIT {
  private static final String ESCALATIONS = "/api/v1/escalations";
  private static final String GOOD = "{\"title\":\"t\",\"severity\":\"SEV2\"}";

  @Inject Pool pool;
  private String id;
  private long facts;

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType("application/json");
  }

  private static RequestSpecification kai() {
    return as(Tokens.tam("tam-kai"));
  }

  private long facts() {
    return pool.query("select count(*) from timeline")
        .execute()
        .await()
        .indefinitely()
        .iterator()
        .next()
        .getLong(0);
  }

  @BeforeEach
  void openOne() {
    id = kai().body(GOOD).post(ESCALATIONS).path("id");
    facts = facts();
  }

  @AfterEach
  void nothing_has_changed() {
    assertThat(facts()).isEqualTo(facts);
    kai().get(ESCALATIONS + "/" + id).then().body("revision", equalTo(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"severity\":\"SEV2\"}|/title",
        "{\"title\":\"\",\"severity\":\"SEV2\"}|/title",
        "{\"title\":\"t\"}|/severity",
        "{\"title\":\"t\",\"severity\":\"sev2\"}|/severity",
        "{\"title\":\"t\",\"severity\":\"SEV2\",\"customerId\":\"acme\"}|/customerId",
        "{\"title\":\"t\",\"severity\":\"SEV2\",\"tags\":[\"a\",\"\"]}|/tags/1",
        "{\"title\":\"t\",\"severity\":\"SEV2\",\"tags\":[\"a\\u001fb\"]}|/tags/0",
        "{\"title\":\"t\",\"severity\":\"SEV2\",\"externalRef\":{\"id\":\"1\"}}|/externalRef/system",
        "{\"title\":\"t\",\"severity\":\"SEV2\",\"externalRef\":{\"system\":\"Z D\",\"id\":\"1\"}}|/externalRef/system",
        "{\"title\":\"t\",\"severity\":\"SEV2\",\"externalRef\":{\"system\":\"generic:0197a1f2-7c1e-7d4b-9a51-6f0d3c2b1a09\",\"id\":\"1\"}}|/externalRef/system",
        "{\"title\":\"t\",\"severity\":\"SEV2\",\"externalRef\":{\"system\":\"zendesk\",\"id\":\"1\",\"version\":9007199254740992}}|/externalRef/version",
        "{\"title\":\"t\",\"severity\":\"SEV2\",\"status\":\"CLOSED\"}|/status",
        "{\"title\":\"t\",\"severity\":\"SEV2\",\"id\":\"1\"}|/id",
      })
  void a_malformed_escalation_is_not_opened(String body, String pointer) {
    kai()
        .body(body)
        .post(ESCALATIONS)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.pointer", hasItem(pointer));
  }

  @Test
  void a_title_that_is_too_long_is_refused() {
    kai()
        .body("{\"title\":\"" + "x".repeat(501) + "\",\"severity\":\"SEV2\"}")
        .post(ESCALATIONS)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/title"));
  }

  @Test
  void a_body_that_is_too_long_is_refused() {
    kai()
        .body("{\"title\":\"t\",\"description\":\"" + "x".repeat(300_000) + "\"}")
        .post(ESCALATIONS)
        .then()
        .statusCode(413)
        .contentType("application/problem+json");
  }

  @Test
  void a_patch_names_what_is_wrong() {
    var patch = kai().header("If-Match", "\"1\"");

    patch.body("{\"title\":null}").patch(ESCALATIONS + "/" + id).then().statusCode(400);
    patch.body("{\"title\":\" \"}").patch(ESCALATIONS + "/" + id).then().statusCode(400);
    patch
        .body("{\"severity\":\"SEV1\"}")
        .patch(ESCALATIONS + "/" + id)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/severity"));
  }

  @Test
  void illegal_moves_are_conflicts() {
    kai()
        .header("If-Match", "\"1\"")
        .body("{\"status\":\"GONE\"}")
        .put(ESCALATIONS + "/" + id + "/status")
        .then()
        .statusCode(400);
    kai()
        .header("If-Match", "*")
        .body("{\"status\":\"OPEN\"}")
        .put(ESCALATIONS + "/" + id + "/status")
        .then()
        .statusCode(200);
  }

  @Test
  void nobody_acts_without_a_token_or_out_of_their_role() {
    given().contentType("application/json").body(GOOD).post(ESCALATIONS).then().statusCode(401);
    given().get(ESCALATIONS).then().statusCode(401);
    as(Tokens.admin()).body(GOOD).post(ESCALATIONS).then().statusCode(403);
    String path = ESCALATIONS + "/" + id + "/acknowledgement";
    as(Tokens.integration()).post(path).then().statusCode(403);
    kai()
        .body("{\"kind\":\"generic\",\"name\":\"x\"}")
        .post("/api/v1/integrations")
        .then()
        .statusCode(403);
    kai().get("/api/v1/integrations").then().statusCode(403);
  }

  @Test
  void integrations_are_refused_by_the_name_of_the_field() {
    var admin = as(Tokens.admin());
    admin
        .body("{\"kind\":\"carrier-pigeon\",\"name\":\"x\"}")
        .post("/api/v1/integrations")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/kind"));
    admin.body("{\"kind\":\"generic\"}").post("/api/v1/integrations").then().statusCode(400);
    admin.get("/api/v1/integrations/" + UUID.randomUUID()).then().statusCode(404);
    admin.delete("/api/v1/integrations/" + UUID.randomUUID()).then().statusCode(404);
  }
}
