package io.meridian.rest.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.RawConnection;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeridianServers.class)
class TokensIT {
  private static final String CALLER = "/api/v1/samples/caller";
  private static final Instant NOW = Clock.systemUTC().instant();
  private static final Set<String> TAM = Set.of("tam");

  @TestHTTPResource(value = "", management = true)
  URI management;

  private static ValidatableResponse call(String token) {
    return given().auth().oauth2(token).get(CALLER).then();
  }

  private static void refused(String token) {
    call(token)
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", startsWith("Bearer"))
        .body("type", equalTo("urn:meridian:problem:unauthorized"));
  }

  @Test
  void the_subject_is_the_caller_and_groups_are_roles() {
    call(Tokens.tam("tam-kai")).body("id", equalTo("tam-kai")).body("admin", equalTo("false"));
    call(Tokens.admin()).body("id", equalTo("admin-ada")).body("admin", equalTo("true"));
  }

  @Test
  void other_names_in_a_token_make_nobody_another() {
    call(named("tam-kai")).statusCode(200).body("id", equalTo("tam-kai"));
  }

  @Test
  void a_token_that_names_nobody_is_401() {
    refused(named(null));
    refused(named(""));
    refused(named("tam kai"));
    refused(named("tam-kai\n"));
    refused(named("k".repeat(129)));
  }

  /** One that calls itself somebody else beside its subject. */
  private static String named(@Nullable String subject) {
    var claims = claims().upn("admin-ada").preferredUserName("admin-ada");
    return signed(subject == null ? claims : claims.subject(subject));
  }

  /** For us, for a minute, of nobody. */
  private static JwtClaimsBuilder claims() {
    return Jwt.issuer(Tokens.ISSUER)
        .audience(Tokens.AUDIENCE)
        .groups(TAM)
        .issuedAt(NOW)
        .expiresAt(NOW.plusSeconds(60));
  }

  private static JwtClaimsBuilder kai() {
    return claims().subject("tam-kai");
  }

  private static String signed(JwtClaimsBuilder claims) {
    return claims.jws().keyId(Tokens.KEY_ID).sign(Tokens.privateKey());
  }

  @Test
  void a_token_for_somebody_else_or_for_nobody_is_401() {
    refused(signed(kai().audience("payroll")));
    refused(signed(kai().audience("")));
    refused(
        signed(
            Jwt.issuer(Tokens.ISSUER)
                .subject("tam-kai")
                .groups(TAM)
                .issuedAt(NOW)
                .expiresAt(NOW.plusSeconds(60))));
    call(signed(kai().audience(Set.of("payroll", Tokens.AUDIENCE)))).statusCode(200);
  }

  @Test
  void a_token_lives_twelve_hours_at_most() {
    Duration longest = Duration.ofHours(12);
    call(signed(kai().expiresAt(NOW.plus(longest)))).statusCode(200);
    refused(signed(kai().expiresAt(NOW.plus(longest).plusSeconds(1))));
    refused(signed(kai().expiresAt(NOW.plus(Duration.ofDays(3650)))));
  }

  @Test
  void a_token_of_tomorrow_is_not_believed_today() {
    Instant tomorrow = NOW.plus(Duration.ofDays(1));
    refused(signed(kai().issuedAt(tomorrow).expiresAt(tomorrow.plusSeconds(60))));
  }

  @Test
  void a_token_names_the_key_that_signed_it() {
    call(signed(kai())).statusCode(200);
    refused(kai().jws().keyId("another").sign(Tokens.privateKey()));
    refused(kai().jws().keyId("").sign(Tokens.privateKey()));
    refused(kai().jws().sign(Tokens.privateKey()));
  }

  @Test
  void two_tokens_are_two_callers_also_from_the_cache() {
    String kai = Tokens.tam("tam-kai");
    String ana = Tokens.tam("tam-ana");
    for (int i = 0; i < 3; i++) {
      call(kai).statusCode(200).body("id", equalTo("tam-kai"));
      call(ana).statusCode(200).body("id", equalTo("tam-ana"));
    }
  }

  @Test
  void without_a_token_it_is_401() {
    given()
        .get(CALLER)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", startsWith("Bearer"));
  }

  @Test
  void another_role_is_403() {
    call(Tokens.manager())
        .statusCode(403)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:meridian:problem:forbidden"));
    call(Tokens.of("nobody")).statusCode(403);
  }

  @Test
  void an_endpoint_without_a_role_is_denied_to_all() {
    given().auth().oauth2(Tokens.admin()).get("/api/v1/samples/unannotated").then().statusCode(403);
  }

  @Test
  void roles_are_checked_before_anything_that_was_sent() {
    given().get("/api/v1/samples?nope=1").then().statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.tam("t"))
        .contentType("application/json")
        .body("{broken")
        .post("/api/v1/samples")
        .then()
        .statusCode(403);
  }

  @Test
  void an_expired_token_is_401() {
    refused(
        Tokens.of(
            Tokens.ISSUER, "tam-kai", NOW.minus(Duration.ofHours(2)), NOW.minusSeconds(60), TAM));
  }

  @Test
  void a_token_that_expires_is_believed_no_longer() throws InterruptedException {
    String token =
        Tokens.of(Tokens.ISSUER, "tam-kai", NOW.minusSeconds(60), NOW.minusSeconds(26), TAM);
    call(token).statusCode(200); // within the allowed skew of 30 s
    Thread.sleep(6_000);
    refused(token);
  }

  @Test
  void another_issuer_is_401() {
    refused(Tokens.of("somebody", "tam-kai", NOW, NOW.plusSeconds(60), TAM));
  }

  @Test
  void another_key_is_401() throws Exception {
    refused(
        kai()
            .jws()
            .keyId(Tokens.KEY_ID)
            .sign(KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate()));
  }

  @Test
  void another_algorithm_is_401() {
    refused(
        kai()
            .jws()
            .keyId(Tokens.KEY_ID)
            .algorithm(SignatureAlgorithm.RS512)
            .sign(Tokens.privateKey()));
    refused(
        kai()
            .jws()
            .keyId(Tokens.KEY_ID)
            .algorithm(SignatureAlgorithm.HS256)
            .signWithSecret(Tokens.publicKey()));
  }

  @Test
  void an_unsigned_token_is_401() {
    refused(
        base64("{\"alg\":\"none\",\"kid\":\"" + Tokens.KEY_ID + "\"}")
            + "."
            + Tokens.tam("tam-kai").split("\\.")[1]
            + ".");
  }

  @Test
  void a_changed_token_is_401() {
    String[] parts = Tokens.tam("tam-kai").split("\\.");
    call(String.join(".", parts)).statusCode(200);
    String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    refused(parts[0] + "." + base64(payload.replace("tam-kai", "tam-ana")) + "." + parts[2]);
    refused(parts[0] + "." + parts[1] + ".");
    refused("nonsense");
  }

  @Test
  void health_and_figures_are_where_callers_do_not_come() {
    for (String path : new String[] {"/q/health", "/q/health/ready", "/q/metrics"}) {
      given().auth().oauth2(Tokens.manager()).get(path).then().statusCode(404);
      given().get(management.resolve(path)).then().statusCode(200);
    }
  }

  @Test
  void the_description_is_for_whoever_is_signed_in() {
    for (String path : new String[] {"/q/openapi", "/q/openapi?format=json", "/q/openapi.json"}) {
      given()
          .get(path)
          .then()
          .statusCode(401)
          .contentType("application/problem+json")
          .header("WWW-Authenticate", "Bearer");
      given().auth().oauth2("nonsense").get(path).then().statusCode(401);
    }
    given()
        .auth()
        .oauth2(Tokens.tam("tam-kai"))
        .get("/q/openapi?format=json")
        .then()
        .body("openapi", startsWith("3.1"));
    given().get("/q/swagger-ui/").then().statusCode(200); // a page without content of ours
  }

  @Test
  void figures_tell_no_path_that_somebody_asked_for() {
    String secret = "secret-0198c0de";
    String samples = "/api/v1/samples/";
    given().get(samples + secret).then().statusCode(401);
    given().auth().oauth2(Tokens.tam("tam-kai")).get(samples + secret).then().statusCode(404);
    given().get("/api/v1/" + secret).then().statusCode(404);
    try (RawConnection connection = new RawConnection(RestAssured.port)) {
      connection.send("GET /" + secret + "/%zz HTTP/1.1", "Host: x", "", "");
      assertThat(connection.answer().status()).isEqualTo(400);
    }
    given().header("Expect", "nonsense").get(samples + secret).then().statusCode(417);
    given().header("Content-Encoding", "gzip").get(samples + secret).then().statusCode(415);
    given().post(samples + secret).then().statusCode(405);
    given().delete("/api/v1/samples").then().statusCode(405);

    String figures = given().get(management.resolve("/q/metrics")).asString();

    assertThat(figures)
        .contains("http_server_requests_seconds_count", "uri=\"OTHER\"")
        .doesNotContain(secret);
  }

  private static String base64(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
