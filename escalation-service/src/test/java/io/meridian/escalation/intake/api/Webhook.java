package io.meridian.escalation.intake.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.meridian.testkit.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Another system that sends signed messages to the service under test. */
public record Webhook(String kind, String id, String secret) {

  /** A new integration. */
  public static Webhook admitted(String kind) {
    Response made =
        given()
            .auth()
            .oauth2(Tokens.admin())
            .contentType("application/json")
            .body("{\"kind\":\"" + kind + "\",\"name\":\"helpdesk\"}")
            .post("/api/v1/integrations");
    made.then().statusCode(201);
    return new Webhook(kind, made.path("id"), made.path("secret"));
  }

  Webhook withSecret(String other) {
    return new Webhook(kind, id, other);
  }

  public Response send(String body, Instant at) {
    return signed(body, at).post(path());
  }

  /** Sends a message under a delivery id of the sender's choice. */
  public Response deliver(String message, String body, Instant at) {
    return signed(message, body, at).post(path());
  }

  String path() {
    return "/api/v1/intake/" + kind + "/" + id;
  }

  RequestSpecification signed(String body, Instant at) {
    return signed("msg_" + UUID.randomUUID(), body, at);
  }

  private RequestSpecification signed(String message, String body, Instant at) {
    String seconds = Long.toString(at.getEpochSecond());
    return given()
        .contentType("application/json")
        .header("webhook-id", message)
        .header("webhook-timestamp", seconds)
        .header("webhook-signature", "v1," + signature(message + "." + seconds + "." + body))
        .body(body.getBytes(UTF_8));
  }

  private String signature(String content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
