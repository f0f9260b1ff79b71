package io.meridian.handoff.engine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people do over HTTP: managers read, TAMs answer. */
class People {
  /** What people say who accept. */
  static final String READ_BACK = "understood, I go on with it";

  /** The handoffs of an escalation, the oldest first. */
  List<Map<String, Object>> handoffs(UUID escalation) {
    return get("/api/v1/handoffs?escalationId=" + escalation).getList("items");
  }

  /** The only handoff of an escalation. */
  JsonPath handoff(UUID escalation) {
    List<Map<String, Object>> all = handoffs(escalation);
    assertThat(all).hasSize(1);
    return get("/api/v1/handoffs/" + all.getFirst().get("id"));
  }

  JsonPath get(String path) {
    return given()
        .auth()
        .oauth2(Tokens.manager())
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  Response accept(String handoff, String tam) {
    return post(tam, handoff + "/acceptance", JsonObject.of("readBack", READ_BACK));
  }

  Response decline(String handoff, String tam, String reason) {
    return post(tam, handoff + "/decline", JsonObject.of("reason", reason));
  }

  Response takeOver(UUID escalation, String tam) {
    return postTo(tam, "/api/v1/accountability/" + escalation + "/takeover", new JsonObject());
  }

  Response post(String tam, String path, JsonObject body) {
    return postTo(tam, "/api/v1/handoffs/" + path, body);
  }

  Response postTo(String tam, String path, JsonObject body) {
    return given()
        .auth()
        .oauth2(Tokens.tam(tam))
        .contentType(ContentType.JSON)
        .body(body.encode())
        .post(path);
  }
}
