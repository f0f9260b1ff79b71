package io.meridian.escalation;

import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.meridian.events.ApiTokenEvent;
import io.meridian.events.ApiTokenState;
import io.meridian.events.DenialEvent;
import io.meridian.events.DenialState;
import io.meridian.rest.security.Roles;
import io.meridian.roster.token.ApiSecret;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.PublishedEvents;
import io.meridian.testkit.Tokens;
import io.meridian.testkit.audit.WrittenEntry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An integration comes in with an API token that another service told of. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class ApiTokenIT {
  private static final String ESCALATIONS = "/api/v1/escalations";

  private final PublishedEvents log = new PublishedEvents();
  private final ApiSecret secret = ApiSecret.generate();
  private final String integration = UUID.randomUUID().toString();
  private final ApiTokenState token = token(secret);

  @BeforeEach
  void it_is_issued() {
    assertThat(status()).isEqualTo(401);
    log.publish(new ApiTokenEvent.Issued(token));
    await().until(() -> status() == 200);
  }

  private ApiTokenState token(ApiSecret of) {
    return new ApiTokenState(
        UUID.randomUUID(),
        "Desk",
        of.prefix(),
        of.hash(),
        null,
        null,
        integration,
        Roles.INTEGRATION,
        List.of("POST " + ESCALATIONS, "GET " + ESCALATIONS),
        Instant.parse("2100-01-01T00:00:00Z"),
        "admin-ada",
        Instant.EPOCH,
        null,
        1,
        Instant.EPOCH);
  }

  @AfterEach
  void close() {
    log.close();
  }

  private int status() {
    return status(secret);
  }

  private static int status(ApiSecret with) {
    return given().auth().oauth2(with.text()).get(ESCALATIONS).statusCode();
  }

  @Test
  void it_opens_escalations_and_sees_those_that_it_opened() {
    long before = WrittenEntry.last();
    String id =
        given()
            .auth()
            .oauth2(secret.text())
            .contentType("application/json")
            .body("{\"title\":\"Printer on fire\",\"severity\":\"SEV3\"}")
            .post(ESCALATIONS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    given().auth().oauth2(secret.text()).get(ESCALATIONS).then().body("items.id", contains(id));
    given()
        .auth()
        .oauth2(secret.text())
        .get(ESCALATIONS + "/" + id)
        .then()
        .statusCode(403)
        .body("detail", startsWith("This API token is for GET " + ESCALATIONS + ", POST "));
    assertThat(WrittenEntry.after(before).stream().filter(entry -> entry.object().equals(id)))
        .isNotEmpty()
        .allSatisfy(
            entry -> {
              assertThat(entry.actor()).isEqualTo(integration);
              assertThat(entry.token()).isEqualTo(token.id().toString());
            });
    await()
        .untilAsserted(
            () ->
                given()
                    .auth()
                    .oauth2(Tokens.admin())
                    .get("/api/v1/token-uses")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(token.id().toString())));
  }

  @Test
  void it_is_believed_no_longer_once_it_is_revoked_whatever_is_told_late() {
    ApiSecret last = ApiSecret.generate();
    log.publish(new ApiTokenEvent.Revoked(token.revoked("admin-ada", Instant.EPOCH)));
    log.publish(new ApiTokenEvent.Issued(token)); // a late repeat
    log.publish(new ApiTokenEvent.Issued(token(last)));
    await().until(() -> status(last) == 200);

    given()
        .auth()
        .oauth2(secret.text())
        .get(ESCALATIONS)
        .then()
        .statusCode(401)
        .body("detail", equalTo("This API token was revoked at 1970-01-01T00:00:00Z"));
  }

  @Test
  void it_has_another_secret_after_a_rotation() {
    ApiSecret fresh = ApiSecret.another(secret.prefix());
    log.publish(
        new ApiTokenEvent.Rotated(token.rotated(fresh.hash(), Instant.EPOCH, Instant.EPOCH)));

    await().until(() -> status(fresh) == 200);
    assertThat(status()).isEqualTo(401);
  }

  @Test
  void a_denial_of_the_integration_holds_for_it() {
    log.publish(
        new DenialEvent.Made(
            new DenialState(
                UUID.randomUUID(),
                integration,
                null,
                null,
                "floods us",
                "admin-ada",
                Instant.EPOCH,
                null,
                1,
                Instant.EPOCH)));

    await().until(() -> status() == 403);
  }
}
