package io.meridian.handoff.calendar.api.feed;

import static io.meridian.handoff.calendar.api.CalendarApi.CALENDAR;
import static io.meridian.handoff.calendar.api.CalendarApi.apply;
import static io.meridian.handoff.calendar.api.CalendarApi.followTheSun;
import static io.meridian.handoff.calendar.api.CalendarApi.manager;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.handoff.Tables;
import io.meridian.handoff.calendar.api.CalendarApi;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeridianServers.class)
class FeedsIT {

  private static final String FEEDS = "/api/v1/calendar/feeds";

  @Inject Pool pool;
  @Inject MovableClock clock;

  @BeforeEach
  void followTheSunIsInForce() {
    clock.set(Instant.parse("2026-06-01T08:00:00Z"));
    CalendarApi.forgetAll(pool);
    Tables.empty(pool, "calendar_feed");
    apply(followTheSun());
  }

  @Test
  void a_tams_shifts_are_told_with_their_changes() {
    String path = feed("tam-eva", "{\"scope\":\"TAM\"}");
    Response first = given().get(path);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.contentType()).isEqualTo("text/calendar;charset=UTF-8");
    assertThat(first.header("Cache-Control")).contains("private");
    VEvent before = on(first, "2026-06-10T06:00:00Z");
    assertThat(before.getSequence().getValue()).isZero();
    given().header("If-None-Match", first.header("ETag")).get(path).then().statusCode(304);
    clock.set(Instant.parse("2026-06-01T09:00:00Z"));
    ObjectNode away = followTheSun();
    CalendarApi.add(away, "leaves")
        .put("tam", "tam-eva")
        .put("start", "2026-06-10T00:00:00Z")
        .put("end", "2026-06-11T00:00:00Z");
    apply(away);
    Response second = given().header("If-None-Match", first.header("ETag")).get(path);
    assertThat(second.statusCode()).isEqualTo(200);
    VEvent gone = on(second, "2026-06-10T06:00:00Z");
    assertThat(gone.getUid().getValue()).isEqualTo(before.getUid().getValue());
    assertThat(gone.getStatus().isCancelled()).isTrue();
    assertThat(gone.getSequence().getValue()).isEqualTo(1);
    assertThat(given().get(path).header("ETag")).isEqualTo(second.header("ETag"));
  }

  @Test
  void a_secret_is_shown_once_kept_as_a_hash_and_can_be_reset_and_revoked() {
    String path = feed("tam-eva", "{\"scope\":\"REGION\",\"subject\":\"EMEA\"}");
    String secret = path.replaceAll(".*/|\\.ics", "");
    String self =
        as("tam-eva")
            .get(FEEDS)
            .then()
            .body("items", hasSize(1))
            .body("items[0].path", equalTo(null))
            .extract()
            .path("items[0].links.self");
    String row =
        pool.query("select row_to_json(f)::text as f from calendar_feed f")
            .executeAndAwait()
            .iterator()
            .next()
            .getString("f");
    assertThat(row).doesNotContain(secret);
    as("tam-kai").get(self).then().statusCode(404);
    as("tam-kai").post(self + "/reset").then().statusCode(404);
    String next = as("tam-eva").post(self + "/reset").then().statusCode(200).extract().path("path");
    given().get(path).then().statusCode(404).body("detail", containsString("does not exist"));
    given().get(next).then().statusCode(200);
    manager().delete(self).then().statusCode(204);
    given().get(next).then().statusCode(404);
    given().get("/api/v1/calendar/short.ics").then().statusCode(404);
  }

  @Test
  void who_may_subscribe_to_what() {
    as("tam-kai")
        .body("{\"scope\":\"TAM\",\"subject\":\"tam-eva\"}")
        .post(FEEDS)
        .then()
        .statusCode(403);
    manager()
        .contentType("application/json")
        .body("{\"scope\":\"TAM\",\"subject\":\"tam-ghost\"}")
        .post(FEEDS)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/subject"));
    as("tam-kai").body("{\"scope\":\"REGION\"}").post(FEEDS).then().statusCode(400);
    as("tam-kai")
        .body("{}")
        .post(FEEDS)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/scope"));
    List<VEvent> all = events(given().get(feed("tam-kai", "{\"scope\":\"ALL\"}")));
    assertThat(
            all.stream().map(e -> e.getCategories().getFirst().getValues().getFirst()).distinct())
        .containsExactlyInAnyOrder("APAC", "EMEA", "AMER");
    given().get(FEEDS).then().statusCode(401);
  }

  @Test
  void leave_is_imported_event_by_event_and_only_once() {
    String ics =
        ics(
            event(
                "summer",
                "DTSTART;VALUE=DATE:20260610",
                "DTEND;VALUE=DATE:20260612",
                "SUMMARY:Sea"),
            event("hourly", "DTSTART;VALUE=DATE:20260610", "RRULE:FREQ=HOURLY"));
    send("tam-eva", ics)
        .then()
        .statusCode(200)
        .body("items.outcome", contains("CREATED", "REFUSED"))
        .body("items[0].leave.start", equalTo("2026-06-09T23:00:00Z"))
        .body("items[1].code", equalTo("unsupported-rule"));
    as("tam-eva")
        .get(CALENDAR)
        .then()
        .header("ETag", "\"2\"")
        .body("leaves.reason", contains("Sea"));
    send("tam-eva", ics).then().body("items.outcome", contains("UNCHANGED", "REFUSED"));
    as("tam-eva").get(CALENDAR).then().header("ETag", "\"2\"");
    send(
            "tam-eva",
            ics(event("summer", "DTSTART;VALUE=DATE:20260610", "DTEND;VALUE=DATE:20260613")))
        .then()
        .body("items.outcome", contains("UPDATED"));
    send("tam-eva", ics(event("summer", "DTSTART;VALUE=DATE:20260610", "STATUS:CANCELLED")))
        .then()
        .body("items.outcome", contains("REMOVED"));
    as("tam-eva").get(CALENDAR).then().header("ETag", "\"4\"").body("leaves", hasSize(0));
    send("tam-eva", "no calendar").then().statusCode(422);
    given()
        .auth()
        .oauth2(Tokens.tam("tam-kai"))
        .contentType("text/calendar")
        .queryParam("tam", "tam-eva")
        .body(ics)
        .post("/api/v1/leaves/import")
        .then()
        .statusCode(403);
  }

  @Test
  void leave_that_repeats_is_imported_as_far_as_two_years_ahead() {
    String fridays = event("fridays", "DTSTART;VALUE=DATE:20260605", "RRULE:FREQ=WEEKLY");
    send("tam-eva", ics(fridays))
        .then()
        .statusCode(200)
        .body("items.outcome", contains("CREATED"))
        .body("items[0].leave", equalTo(null))
        .body("items[0].series.created", equalTo(104))
        .body("items[0].series.cutAt", equalTo("2028-06-01T23:00:00Z"))
        .body("items[0].series.leaves[0].start", equalTo("2026-06-04T23:00:00Z"));
    send("tam-eva", ics(fridays))
        .then()
        .body("items.outcome", contains("UNCHANGED"))
        .body("items[0].series.unchanged", equalTo(104));
    as("tam-eva").get(CALENDAR).then().header("ETag", "\"2\"").body("leaves", hasSize(104));
    send("tam-eva", ics(event("fridays", "DTSTART;VALUE=DATE:20260605", "STATUS:CANCELLED")))
        .then()
        .body("items.outcome", contains("REMOVED"));
    as("tam-eva").get(CALENDAR).then().body("leaves", hasSize(0));
    String[] daily = new String[5];
    for (int i = 0; i < daily.length; i++) {
      daily[i] = event("daily-" + i, "DTSTART;VALUE=DATE:20260605", "RRULE:FREQ=DAILY");
    }
    send("tam-eva", ics(daily))
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:meridian:problem:too-many-occurrences"));
  }

  @Test
  void files_are_octets_until_they_are_understood() {
    byte[] latin =
        ics(event("latin", "DTSTART;VALUE=DATE:20260610", "SUMMARY:Gr\u00FC\u00DFe"))
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(octets("text/calendar; charset=ISO-8859-1", latin).statusCode()).isEqualTo(200);
    as("tam-eva").get(CALENDAR).then().body("leaves.reason", contains("Gr\u00FC\u00DFe"));
    octets("text/calendar; charset=klingon", latin)
        .then()
        .statusCode(415)
        .body("type", equalTo("urn:meridian:problem:unsupported-charset"));
    byte[] stray =
        ("\uFEFF" + ics(event("stray", "DTSTART;VALUE=DATE:20260611", "no property at all")))
            .getBytes(StandardCharsets.UTF_8);
    octets("text/calendar", stray)
        .then()
        .statusCode(200)
        .body("items.outcome", contains("CREATED"));
    octets("text/calendar", Arrays.copyOf(stray, stray.length - 9))
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:meridian:problem:incomplete"));
    String palms = "x".repeat(199) + "\uD83C\uDF34 trip";
    byte[] palm =
        ics(event("palm", "DTSTART;VALUE=DATE:20260612", "SUMMARY:" + palms))
            .getBytes(StandardCharsets.UTF_8);
    octets("text/calendar", palm).then().statusCode(200).body("items.outcome", contains("CREATED"));
    octets("text/calendar", palm).then().body("items.outcome", contains("UNCHANGED"));
  }

  private static Response octets(String type, byte[] body) {
    return given()
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .auth()
        .oauth2(Tokens.tam("tam-eva"))
        .contentType(type)
        .body(body)
        .post("/api/v1/leaves/import");
  }

  private static Response send(String tam, String ics) {
    return given()
        .auth()
        .oauth2(Tokens.tam(tam))
        .contentType("text/calendar")
        .body(ics)
        .post("/api/v1/leaves/import");
  }

  private static String ics(String... events) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
        + String.join("", events)
        + "END:VCALENDAR\r\n";
  }

  private static String event(String uid, String... properties) {
    return "BEGIN:VEVENT\r\nUID:"
        + uid
        + "\r\n"
        + String.join("\r\n", properties)
        + "\r\nEND:VEVENT\r\n";
  }

  private static String feed(String tam, String request) {
    return as(tam).body(request).post(FEEDS).then().statusCode(201).extract().path("path");
  }

  private static VEvent on(Response feed, String start) {
    return events(feed).stream()
        .filter(e -> e.getDateStart().getValue().toInstant().equals(Instant.parse(start)))
        .findFirst()
        .orElseThrow();
  }

  private static List<VEvent> events(Response feed) {
    return Biweekly.parse(feed.asString()).first().getEvents();
  }

  private static RequestSpecification as(String tam) {
    return given().auth().oauth2(Tokens.tam(tam)).contentType("application/json");
  }
}
