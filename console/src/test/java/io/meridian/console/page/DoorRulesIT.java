package io.meridian.console.page;

import static io.meridian.console.page.Session.as;
import static io.meridian.console.page.Session.kim;
import static io.meridian.console.page.Session.nobody;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.meridian.console.stub.House;
import io.meridian.console.stub.Stories;
import io.meridian.console.stub.StubServer;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, what a browser is told, and what a page of another site cannot do. */
@QuarkusTest
@QuarkusTestResource(StubServer.class)
class DoorRulesIT {

  @BeforeEach
  void arrange() {
    House.reset();
    Stories.shiftChange();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/shift",
        "/login",
        "/nothing-here",
        "/assets/console.css",
        "/webjars/htmx.org/2.0.10/dist/htmx.min.js"
      })
  void every_answer_tells_the_browser_to_run_and_send_nothing_but_ours(String path) {
    kim()
        .get(path)
        .then()
        .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'self'"))
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .header("Content-Security-Policy", not(containsString("unsafe")))
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "same-origin")
        .header("Cross-Origin-Opener-Policy", "same-origin");
  }

  @Test
  void pages_are_kept_nowhere_and_assets_for_ever() {
    String shift =
        kim().get("/shift").then().header("Cache-Control", "no-store").extract().asString();
    String style = shift.replaceAll("(?s).*href=\"(/assets/console.css\\?[0-9a-f]+)\".*", "$1");
    given().get(style).then().statusCode(200).header("Cache-Control", containsString("immutable"));
    String script = shift.replaceAll("(?s).*src=\"(/assets/console.js\\?[0-9a-f]+)\".*", "$1");
    given().get(script).then().statusCode(200).header("Cache-Control", containsString("immutable"));
    given().get("/assets/console.css").then().header("Cache-Control", "no-store");
  }

  @ParameterizedTest(name = "sent from {0}, origin {1}: {2}")
  @CsvSource({
    "same-origin, , 303",
    "none, , 303",
    "cross-site, , 403",
    "same-site, , 403",
    ", ours, 303",
    ", https://evil.example, 403",
    ", null, 403",
    ", , 403"
  })
  void a_change_comes_from_our_own_pages_only(String site, String origin, int status) {
    House.answers(
        "POST /api/v1/handoffs/" + Stories.id(1004) + "/acceptance",
        Stories.handoff(4, "SEV3", "ACCEPTED", Stories.EWA, Stories.KIM, "x"));
    var request = given().redirects().follow(false).cookie("meridian", Tokens.tam("tam-kim"));
    if (site != null) {
      request.header("Sec-Fetch-Site", site);
    }
    if (origin != null) {
      request.header(
          "Origin",
          origin.equals("ours") ? "http://localhost:" + io.restassured.RestAssured.port : origin);
    }

    request.post("/handoffs/" + Stories.id(1004) + "/acceptance").then().statusCode(status);

    assertThat(House.written()).hasSize(status == 303 ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/handoffs/%s/acceptance",
        "/handoffs/%s/decline",
        "/handoffs/%s/question",
        "/shift/acceptances",
        "/logout"
      })
  void nothing_is_changed_by_get(String path) {
    kim().get(path.formatted(Stories.id(1004))).then().statusCode(is(405));
    assertThat(House.written()).isEmpty();
  }

  @Test
  void who_follows_a_link_in_a_mail_is_still_logged_in() {
    given()
        .redirects()
        .follow(false)
        .header("Sec-Fetch-Site", "cross-site")
        .cookie("meridian", Tokens.tam("tam-kim"))
        .get("/handoffs/" + Stories.GRAVE)
        .then()
        .statusCode(200);
    Response login = nobody().formParam("as", "tam-kim").post("/login");
    assertThat(login.header("Set-Cookie")).contains("SameSite=Lax", "HttpOnly", "Max-Age=43200");
  }

  @Test
  void who_is_not_logged_in_logs_in_and_returns() {
    nobody()
        .get("/handoffs/" + Stories.GRAVE)
        .then()
        .statusCode(303)
        .header("Location", endsWith("/login?to=%2Fhandoffs%2F" + Stories.GRAVE));
    nobody()
        .formParam("as", "tam-kim")
        .formParam("to", "/handoffs/" + Stories.GRAVE)
        .post("/login")
        .then()
        .statusCode(303)
        .header("Location", endsWith("/handoffs/" + Stories.GRAVE));
  }

  @Test
  void a_session_that_ended_keeps_nobody_from_the_login_page() {
    Instant past = Instant.parse("2026-01-01T00:00:00Z");
    String old = Tokens.of(Tokens.ISSUER, "tam-kim", past, past.plusSeconds(60), Set.of("tam"));

    nobody()
        .cookie("meridian", old)
        .get("/shift")
        .then()
        .statusCode(303)
        .header("Location", containsString("/login"));
    nobody().cookie("meridian", old).get("/login").then().statusCode(200);
  }

  @Test
  void the_login_lists_first_who_has_something_to_do() {
    String page = nobody().get("/login").then().statusCode(200).extract().asString();

    assertThat(page).contains("Kim Carter", "7 coming to them", "on duty, primary", "Mia, manager");
    assertThat(page.indexOf("Kim Carter")).isLessThan(page.indexOf("Ewa Nowak"));
  }

  @Test
  void the_login_works_while_the_roster_is_silent() {
    House.reset();
    nobody().get("/login").then().statusCode(200).body(containsString("roster is not shown"));
    nobody().formParam("as", "manager-mia").post("/login").then().statusCode(303);
  }

  @Test
  void a_login_link_works_once_and_no_other_token_is_one() {
    String link =
        io.smallrye.jwt.build.Jwt.issuer(Tokens.ISSUER)
            .audience("meridian-console-login")
            .subject("tam-kim")
            .groups("tam")
            .claim("jti", "one")
            .expiresIn(60)
            .jws()
            .sign(Tokens.privateKey());

    nobody().queryParam("token", link).get("/login/link").then().statusCode(303).cookie("meridian");
    nobody().queryParam("token", link).get("/login/link").then().statusCode(410);
    nobody().queryParam("token", Tokens.tam("tam-kim")).get("/login/link").then().statusCode(410);
    nobody().queryParam("token", "nonsense").get("/login/link").then().statusCode(410);
  }

  @Test
  void a_logout_takes_the_session_and_what_the_browser_keeps() {
    kim()
        .post("/logout")
        .then()
        .statusCode(303)
        .header("Clear-Site-Data", containsString("\"storage\""))
        .cookie("meridian", "");
  }

  @Test
  void services_are_asked_with_the_readers_own_token() {
    String token = Tokens.tam("tam-kim");
    nobody().cookie("meridian", token).get("/shift").then().statusCode(200);

    assertThat(House.asked())
        .isNotEmpty()
        .allMatch(asked -> asked.bearer().equals("Bearer " + token));
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource({
    "tam, /shift, 200",
    "manager, /shift, 303",
    "admin, /shift, 303",
    "integration, /shift, 303",
    "tam, /board, 200",
    "manager, /board, 200",
    "auditor, /board, 200"
  })
  void a_screen_is_for_its_roles(String role, String path, int status) {
    as("somebody", role).get(path).then().statusCode(status);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "tam, /shift",
    "manager, /board",
    "auditor, /board",
    "admin, /integrations",
    "observer, /escalations",
    "integration, /me"
  })
  void everybody_begins_where_their_work_is(String role, String home) {
    as("somebody", role).get("/").then().statusCode(303).header("Location", endsWith(home));
  }

  @Test
  void entries_that_a_role_may_not_use_are_absent() {
    House.answers("GET /api/v1/escalations", "{\"items\":[],\"nextCursor\":null}");
    assertThat(as("manager-mia", "manager").get("/escalations").asString())
        .doesNotContain("My shift", "/integrations");
    assertThat(as("admin-ada", "admin").get("/escalations").asString())
        .contains("/integrations")
        .doesNotContain("My shift", "href=\"/board\"", "href=\"/coverage\"");
  }

  @Test
  void an_observer_is_led_to_what_concerns_their_customers() {
    House.answers("GET /api/v1/escalations", "{\"items\":[],\"nextCursor\":null}");
    assertThat(as("observer-una", "observer").get("/escalations").asString())
        .contains("href=\"/escalations\"", "href=\"/customers\"", "href=\"/me\"")
        .doesNotContain("My shift", "href=\"/board\"", "href=\"/calendar\"", "/integrations");
  }

  @Test
  void what_a_service_forbids_is_told_in_its_own_words() {
    House.refuses("GET /api/v1/integrations", 403, "Integrations are an administrator's", "");

    kim()
        .get("/integrations")
        .then()
        .statusCode(403)
        .body(containsString("Integrations are an administrator&#39;s"))
        .body(containsString("4bf92f3577b34da6a3ce929d0e0e4736"));
  }
}
