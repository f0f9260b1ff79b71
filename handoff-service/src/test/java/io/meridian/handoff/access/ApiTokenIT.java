package io.meridian.handoff.access;

import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.meridian.events.ApiTokenEvent;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.PublishedEvents;
import io.meridian.testkit.RawConnection;
import io.meridian.testkit.TestDatabase;
import io.meridian.testkit.Tokens;
import io.meridian.testkit.audit.WrittenEntry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Programs come in with an API token: for some operations, for a time, until it is revoked. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class ApiTokenIT {
  private static final String TOKENS = "/api/v1/api-tokens";
  private static final String REGIONS = "/api/v1/regions";
  private static final String ON_DUTY = "/api/v1/on-duty";

  private static RequestSpecification admin() {
    return with(Tokens.admin());
  }

  private static RequestSpecification with(String token) {
    return given().auth().oauth2(token).contentType("application/json");
  }

  /** An auditor's for the regions, unless it is said otherwise. */
  private static Response issue(JsonObject otherwise) {
    return admin()
        .body(
            JsonObject.of("name", "Grafana", "role", "auditor")
                .put("operations", JsonArray.of("GET " + REGIONS))
                .mergeIn(otherwise)
                .encode())
        .post(TOKENS);
  }

  private static JsonPath issued(JsonObject otherwise) {
    return issue(otherwise).then().statusCode(201).extract().jsonPath();
  }

  private static JsonPath issued() {
    return issued(new JsonObject());
  }

  private static String at(JsonPath token) {
    return TOKENS + "/" + token.getString("id");
  }

  private static int status(String secret) {
    return given().auth().oauth2(secret).get(REGIONS).statusCode();
  }

  private static void unbelieved(String secret, String why) {
    with(secret)
        .get(REGIONS)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", startsWith("Bearer"))
        .body("detail", startsWith(why));
  }

  private static ValidatableResponse forbidden(String secret, String path) {
    return with(secret).get(path).then().statusCode(403).contentType("application/problem+json");
  }

  @Test
  void a_program_comes_in_with_its_secret_which_is_shown_once() {
    Response answer = issue(new JsonObject());
    JsonPath one = answer.jsonPath();
    String secret = one.getString("token");
    answer.then().statusCode(201).header("Location", endsWith(at(one)));
    assertThat(secret).startsWith(one.getString("prefix") + "_");

    assertThat(status(secret)).isEqualTo(200);
    given().auth().oauth2(secret).head(REGIONS).then().statusCode(200);
    admin()
        .get(at(one))
        .then()
        .statusCode(200)
        .body("token", nullValue())
        .body("counts", equalTo(true))
        .body("subject", equalTo(one.getString("prefix")));
    assertThat(admin().get(TOKENS).asString())
        .contains(one.getString("prefix"))
        .doesNotContain(secret);
    try (PublishedEvents log = new PublishedEvents()) {
      ApiTokenEvent.Issued told = log.await(ApiTokenEvent.Issued.class, one.getString("id"));
      assertThat(told.token().hash()).hasSize(64);
      assertThat(told.token().toString()).doesNotContain(secret);
    }
  }

  @Test
  void when_it_was_used_last_is_known_to_the_minute() {
    JsonPath one = issued();
    admin().get(at(one)).then().body("lastUsedAt", nullValue());

    assertThat(status(one.getString("token"))).isEqualTo(200);

    await().untilAsserted(() -> admin().get(at(one)).then().body("lastUsedAt", notNullValue()));
    admin().get(at(one)).then().body("lastUsedAt", endsWith(":00Z"));
    admin().get("/api/v1/token-uses").then().body("items.id", hasItem(one.getString("id")));
  }

  @Test
  void what_it_may_not_ask_for_is_403_and_says_what_it_may() {
    String secret =
        issued(JsonObject.of("operations", JsonArray.of("GET /api/v1/tams/{id}")))
            .getString("token");

    with(secret).get("/api/v1/tams/nobody").then().statusCode(404);
    forbidden(secret, REGIONS)
        .body(
            "detail",
            equalTo("This API token is for GET /api/v1/tams/{id}, and not for GET " + REGIONS));
  }

  @Test
  void its_role_says_what_it_may_whatever_operations_it_names() {
    String secret =
        issued(JsonObject.of("operations", JsonArray.of("GET " + REGIONS, "PUT /api/v1/calendar")))
            .getString("token");

    with(secret).header("If-Match", "\"1\"").put("/api/v1/calendar").then().statusCode(403);
  }

  @Test
  void an_integration_learns_who_is_on_duty_with_a_token_that_names_it() {
    String integration = UUID.randomUUID().toString();
    JsonObject wish = JsonObject.of("role", "integration", "integration", integration);
    JsonPath one = issued(wish.copy().put("operations", JsonArray.of("GET " + ON_DUTY)));
    assertThat(one.getString("subject")).isEqualTo(integration);

    with(one.getString("token")).get(ON_DUTY).then().statusCode(200);
    JsonPath without = issued(wish.put("operations", JsonArray.of("POST /api/v1/escalations")));
    forbidden(without.getString("token"), ON_DUTY)
        .body("detail", containsString("for POST /api/v1/escalations, and not for GET " + ON_DUTY));
    forbidden(Tokens.integration(), ON_DUTY)
        .body("detail", equalTo("An integration needs an API token for GET " + ON_DUTY));
  }

  @Test
  void after_a_rotation_both_secrets_are_believed_until_the_old_one_ends() throws SQLException {
    JsonPath one = issued();
    String old = one.getString("token");
    JsonPath rotated = rotated(one, new JsonObject());
    String fresh = rotated.getString("token");
    assertThat(status(old)).isEqualTo(200);
    assertThat(status(fresh)).isEqualTo(200);
    assertThat(between(rotated, "changedAt", "previousUntil")).isEqualTo(Duration.ofDays(1));

    passed("previous_until", one);

    unbelieved(old, "This API token was given another secret; this one was believed until 2001");
    assertThat(status(fresh)).isEqualTo(200);
  }

  @Test
  void a_rotation_may_end_the_secret_before_at_once_and_gives_as_long_a_life() {
    JsonPath one =
        issued(JsonObject.of("expiresAt", Instant.now().plus(Duration.ofDays(30)).toString()));
    JsonPath rotated = rotated(one, JsonObject.of("previousUntil", "2001-01-01T00:00:00Z"));

    unbelieved(one.getString("token"), "This API token was given another secret");
    assertThat(between(rotated, "changedAt", "expiresAt"))
        .isEqualTo(between(one, "changedAt", "expiresAt"));
    admin()
        .body(JsonObject.of("previousUntil", "2101-01-01T00:00:00Z").encode())
        .post(at(one) + "/rotation")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/previousUntil"));
  }

  private static JsonPath rotated(JsonPath one, JsonObject wish) {
    return admin()
        .body(wish.encode())
        .post(at(one) + "/rotation")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static Duration between(JsonPath token, String from, String until) {
    return Duration.between(
        Instant.parse(token.getString(from)), Instant.parse(token.getString(until)));
  }

  /** As if one of a token's instants had passed long ago. */
  private static void passed(String column, JsonPath token) throws SQLException {
    try (Connection connection = TestDatabase.connect();
        PreparedStatement sql =
            connection.prepareStatement(
                "update api_token set " + column + " = '2001-01-01T00:00:00Z' where id = ?")) {
      sql.setObject(1, UUID.fromString(token.getString("id")));
      assertThat(sql.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void it_ends_when_it_is_revoked_and_its_streams_end() {
    JsonPath one =
        issued(
            JsonObject.of(
                "operations", JsonArray.of("GET " + REGIONS, "GET /api/v1/handoffs/stream")));
    String secret = one.getString("token");
    assertThat(status(secret)).isEqualTo(200);
    try (RawConnection stream =
        new RawConnection(RestAssured.port)
            .send(
                "GET /api/v1/handoffs/stream HTTP/1.1",
                "Host: x",
                "Authorization: Bearer " + secret,
                "",
                "")) {
      assertThat(stream.answerWithoutBody().status()).isEqualTo(200);

      admin().delete(at(one)).then().statusCode(204);

      assertThatThrownBy(stream::readToEnd).hasMessageContaining("hung up");
    }
    unbelieved(secret, "This API token was revoked at ");
    admin().get(at(one)).then().body("counts", equalTo(false));
    admin().post(at(one) + "/rotation").then().statusCode(409);
  }

  @Test
  void it_ends_by_itself() throws SQLException {
    JsonPath one = issued();
    passed("expires_at", one);

    unbelieved(one.getString("token"), "This API token expired at 2001");
    admin().post(at(one) + "/rotation").then().statusCode(409);
  }

  @Test
  void what_is_no_secret_of_ours_is_believed_by_nobody() {
    String secret = issued().getString("token");
    unbelieved(secret.substring(0, 13) + "A".repeat(43), "No API token has this secret");
    unbelieved("mrd_AAAAAAAA_" + "A".repeat(43), "No API token has this secret");
    unbelieved(secret + "A", "This is no API token");
    given().auth().oauth2(secret + "A").get("/q/openapi").then().statusCode(401);
  }

  @Test
  void a_denial_of_its_subject_or_its_id_holds_for_it() {
    JsonPath one = issued();
    JsonPath other = issued();
    deny("tokenId", one.getString("id"));
    deny("subject", other.getString("subject"));

    await().until(() -> status(one.getString("token")) == 401);
    await().until(() -> status(other.getString("token")) == 403);
  }

  private static void deny(String what, String id) {
    admin()
        .body(JsonObject.of(what, id, "reason", "shown on a screen").encode())
        .post("/api/v1/denials")
        .then()
        .statusCode(201);
  }

  @Test
  void the_audit_log_names_it_and_it_makes_no_other() {
    JsonPath one =
        issued(
            JsonObject.of(
                "role",
                "admin",
                "operations",
                JsonArray.of("POST /api/v1/denials", "POST " + TOKENS)));
    long before = WrittenEntry.last();
    with(one.getString("token"))
        .body("{\"subject\":\"contractor-7\",\"reason\":\"left\"}")
        .post("/api/v1/denials")
        .then()
        .statusCode(201);

    List<WrittenEntry> written =
        WrittenEntry.after(before).stream().filter(e -> e.kind().equals("denial")).toList();
    assertThat(written).hasSize(1);
    assertThat(written.getFirst().token()).isEqualTo(one.getString("id"));
    assertThat(written.getFirst().actor()).isEqualTo(one.getString("prefix"));
    assertThat(written.getFirst().actorKind()).isEqualTo("INTEGRATION");
    admin()
        .get("/api/v1/audit?who=" + one.getString("prefix"))
        .then()
        .body("items[0].who.token", equalTo(one.getString("id")));
    with(one.getString("token"))
        .body(
            JsonObject.of(
                    "name", "n", "role", "admin", "operations", JsonArray.of("GET /api/v1/me"))
                .encode())
        .post(TOKENS)
        .then()
        .statusCode(403)
        .body("detail", containsString("no program does"));
  }

  @Test
  void what_cannot_be_meant_is_refused() {
    refused(JsonObject.of("role", "manager"), "/role");
    refused(JsonObject.of("role", "integration"), "/integration");
    refused(JsonObject.of("integration", UUID.randomUUID().toString()), "/integration");
    refused(JsonObject.of("operations", new JsonArray()), "/operations");
    refused(JsonObject.of("operations", JsonArray.of("everything")), "/operations/0");
    refused(JsonObject.of("expiresAt", "2001-01-01T00:00:00Z"), "/expiresAt");
    refused(JsonObject.of("expiresAt", "2101-01-01T00:00:00Z"), "/expiresAt");
    refused(JsonObject.of("name", "two\nlines"), "/name");
  }

  private static void refused(JsonObject otherwise, String pointer) {
    issue(otherwise).then().statusCode(400).body("errors[0].pointer", equalTo(pointer));
  }
}
