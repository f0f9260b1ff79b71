package io.meridian.escalation.intake.api;

import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import io.meridian.runtime.outbox.Transactions;
import io.meridian.seal.SealedSecrets;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is believed: signatures, rotations and revocations. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class SenderIT extends IntakeSetting {

  @Inject Pool pool;
  @Inject Transactions transactions;
  @Inject SealedSecrets secrets;

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

  @Test
  void a_secret_lies_sealed_in_the_database_and_follows_the_key() {
    Webhook desk = Webhook.admitted("generic");
    assertThat(stored(desk)).startsWith("v2:");
    store(desk, "open:" + desk.secret());
    outcome(desk.send(generic("s", 1, ""), NOW), 201, "CREATED");

    assertThat(transactions.write(secrets::reseal).await().indefinitely()).isEqualTo(1);

    assertThat(stored(desk)).startsWith("v2:");
    outcome(desk.send(generic("s", 2, ""), NOW), 200, "UPDATED");
  }

  @Test
  void one_secret_that_no_key_opens_leaves_the_other_integrations_alone() {
    Webhook shut = Webhook.admitted("generic");
    Webhook desk = Webhook.admitted("generic");
    store(shut, "v2:00000000:" + "A".repeat(60));

    assertThat(transactions.write(secrets::reseal).await().indefinitely()).isZero();

    outcome(desk.send(generic("t", 1, ""), NOW), 201, "CREATED");
    await().untilAsserted(() -> shut.send(generic("t", 1, ""), NOW).then().statusCode(401));
    given()
        .auth()
        .oauth2(Tokens.admin())
        .delete("/api/v1/integrations/" + shut.id())
        .then()
        .statusCode(204);
  }

  private String stored(Webhook desk) {
    return pool.query("select secret from integration where id = '%s'".formatted(desk.id()))
        .executeAndAwait()
        .iterator()
        .next()
        .getString(0);
  }

  private void store(Webhook desk, String secret) {
    pool.query("update integration set secret = '%s' where id = '%s'".formatted(secret, desk.id()))
        .executeAndAwait();
  }
}
