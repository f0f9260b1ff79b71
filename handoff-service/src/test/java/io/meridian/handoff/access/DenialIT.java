package io.meridian.handoff.access;

import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.meridian.events.DenialEvent;
import io.meridian.rest.security.Roles;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.PublishedEvents;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whom no service lets in: somebody with every token of theirs, or one token. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class DenialIT {
  private static final String DENIALS = "/api/v1/denials";

  private final String subject = "auditor-" + UUID.randomUUID();

  private static Response deny(JsonObject wish) {
    return given()
        .auth()
        .oauth2(Tokens.admin())
        .contentType("application/json")
        .body(wish.encode())
        .post(DENIALS);
  }

  private static int read(String token) {
    return given().auth().oauth2(token).get("/api/v1/regions").statusCode();
  }

  @Test
  void somebody_who_is_denied_is_let_in_by_no_token_until_it_is_lifted() {
    String token = Tokens.of(subject, Roles.AUDITOR);
    assertThat(read(token)).isEqualTo(200);
    String id =
        deny(JsonObject.of("subject", subject, "reason", "laptop stolen"))
            .then()
            .statusCode(201)
            .header("Location", containsString(DENIALS + "/"))
            .body("counts", equalTo(true))
            .extract()
            .path("id");
    given()
        .auth()
        .oauth2(Tokens.admin())
        .get(DENIALS + "/" + id)
        .then()
        .statusCode(200)
        .body("subject", equalTo(subject));

    await().until(() -> read(token) == 403);
    given()
        .auth()
        .oauth2(Tokens.of(subject, Roles.MANAGER))
        .get("/api/v1/regions")
        .then()
        .statusCode(403)
        .body("detail", containsString("laptop stolen"));
    given()
        .auth()
        .oauth2(Tokens.auditor())
        .get(DENIALS + "?subject=" + subject)
        .then()
        .body("items.id", hasItem(id));
    try (PublishedEvents log = new PublishedEvents()) {
      assertThat(log.await(DenialEvent.Made.class, id).denial().subject()).isEqualTo(subject);
    }

    given().auth().oauth2(Tokens.admin()).delete(DENIALS + "/" + id).then().statusCode(204);
    given().auth().oauth2(Tokens.admin()).delete(DENIALS + "/" + id).then().statusCode(204);
    await().until(() -> read(token) == 200);
  }

  @Test
  void one_token_that_is_denied_leaves_the_others_of_its_bearer_alone() {
    String shown = Tokens.of(subject, Roles.AUDITOR);
    String kept = Tokens.of(subject, Roles.AUDITOR);
    deny(JsonObject.of("tokenId", id(shown), "reason", "shown on a screen")).then().statusCode(201);

    await().until(() -> read(shown) == 401);
    assertThat(read(kept)).isEqualTo(200);
  }

  private static String id(String token) {
    String claims = token.split("\\.")[1];
    return new JsonObject(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
        .getString("jti");
  }

  @Test
  void what_cannot_be_meant_is_refused() {
    deny(JsonObject.of("reason", "nobody")).then().statusCode(400);
    deny(JsonObject.of("subject", "a", "tokenId", "b", "reason", "both")).then().statusCode(400);
    deny(JsonObject.of("subject", "a", "until", "2001-01-01T00:00:00Z", "reason", "past"))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/until"));
    deny(JsonObject.of("subject", "admin-ada", "reason", "myself")).then().statusCode(409);
  }
}
