package io.meridian.handoff.person;

import static io.meridian.handoff.calendar.api.CalendarApi.add;
import static io.meridian.handoff.calendar.api.CalendarApi.apply;
import static io.meridian.handoff.calendar.api.CalendarApi.followTheSun;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.handoff.Tables;
import io.meridian.handoff.calendar.api.CalendarApi;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People who can be reached and are on no roster. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class PersonIT {
  private static final String PERSONS = "/api/v1/persons";
  private static final String HANA = "head-hana";

  @Inject Pool pool;
  @Inject MovableClock clock;

  @BeforeEach
  void a_calendar_is_in_force_and_nobody_is_known_beside_it() {
    clock.set(Instant.parse("2026-06-01T08:00:00Z"));
    CalendarApi.forgetAll(pool);
    Tables.empty(pool, "person");
    apply(followTheSun());
  }

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType("application/json");
  }

  private static JsonObject hana() {
    return JsonObject.of("name", "Hana Sato", "zone", "Asia/Tokyo", "email", "hana@example.com")
        .put("manages", JsonArray.of("APAC"));
  }

  private static Response make(String id, JsonObject details) {
    return as(Tokens.admin()).body(details.copy().put("id", id).encode()).post(PERSONS);
  }

  private static ValidatableResponse me(String token) {
    return as(token).get("/api/v1/me").then().statusCode(200);
  }

  private static Response move(String token, String zone) {
    String tag = as(token).get("/api/v1/me/person").header("ETag");
    return as(token)
        .header("If-Match", String.valueOf(tag))
        .body(JsonObject.of("zone", zone).encode())
        .patch("/api/v1/me/person");
  }

  @Test
  void somebody_is_made_known_described_anew_and_forgotten() {
    String at =
        make(HANA, hana())
            .then()
            .statusCode(201)
            .header("ETag", "\"1\"")
            .body("manages", contains("APAC"))
            .body("onRoster", equalTo(false))
            .extract()
            .header("Location");
    as(Tokens.auditor()).get(at).then().statusCode(200).body("name", equalTo("Hana Sato"));
    as(Tokens.manager()).get(PERSONS).then().body("items.id", contains(HANA));

    String other = hana().put("manages", JsonArray.of("EMEA", "APAC", "EMEA")).encode();
    RequestSpecification seen = as(Tokens.manager()).header("If-Match", "\"1\"").body(other);
    seen.put(at).then().statusCode(200).header("ETag", "\"2\"").body("revision", equalTo(2));
    seen.put(at).then().statusCode(412);
    as(Tokens.manager()).body(other).put(at).then().statusCode(428);
    as(Tokens.manager())
        .header("If-Match", "\"2\"")
        .body(other)
        .put(at)
        .then()
        .header("ETag", "\"2\"")
        .body("manages", contains("APAC", "EMEA"));

    as(Tokens.manager()).header("If-Match", "\"1\"").delete(at).then().statusCode(412);
    as(Tokens.manager()).header("If-Match", "\"2\"").delete(at).then().statusCode(204);
    as(Tokens.manager()).get(at).then().statusCode(404);
  }

  @Test
  void persons_come_in_pages_by_their_ids() {
    for (String id : new String[] {"c", "a", "B"}) {
      make(id, hana()).then().statusCode(201);
    }
    Response first = as(Tokens.manager()).get(PERSONS + "?limit=2");
    first.then().body("items.id", contains("B", "a"));
    as(Tokens.manager())
        .get(PERSONS + "?limit=2&cursor=" + first.path("nextCursor"))
        .then()
        .body("items.id", contains("c"))
        .body("nextCursor", nullValue());
  }

  @Test
  void one_wish_with_a_key_makes_one_person_and_nobody_is_made_known_twice() {
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      as(Tokens.admin())
          .header("Idempotency-Key", key)
          .body(hana().put("id", HANA).encode())
          .post(PERSONS)
          .then()
          .statusCode(201)
          .body("revision", equalTo(1));
    }
    make(HANA, hana())
        .then()
        .statusCode(409)
        .body("detail", equalTo("head-hana is Hana Sato; change them with PUT"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"auth0|5f7c8ec7c33c6c004bbafe82", "00u1a+b%2F", "hana@example.com"})
  void who_is_called_something_by_another_systems_login_is_found_by_the_link(String subject) {
    String self = make(subject, hana()).then().statusCode(201).extract().path("links.self");
    as(Tokens.manager())
        .urlEncodingEnabled(false)
        .get(self)
        .then()
        .statusCode(200)
        .body("id", equalTo(subject));
  }

  @ParameterizedTest(name = "{1} as {0}")
  @CsvSource({
    "zone, IST, 'must be a name of the IANA time-zone database, as Europe/London'",
    "email, hana, must be a mail address",
    "manages, LATAM, 'LATAM is no region of the calendar; it has AMER, APAC, EMEA'"
  })
  void what_cannot_be_is_refused_by_its_name(String field, String value, String why) {
    Object wrong = field.equals("manages") ? JsonArray.of(value) : value;
    make(HANA, hana().put(field, wrong))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/" + field))
        .body("errors[0].detail", equalTo(why));
  }

  @Test
  void a_tam_of_the_roster_is_no_person_and_one_who_has_left_it_may_be() {
    make("tam-kai", hana())
        .then()
        .statusCode(409)
        .body("detail", containsString("tam-kai is a TAM of the roster"));
    apply(with("tam-gone", "INACTIVE"));
    make("tam-gone", hana()).then().statusCode(201).body("onRoster", equalTo(false));
  }

  @Test
  void of_who_comes_to_the_roster_the_entry_counts_and_their_record_says_so() {
    make("tam-new", hana()).then().statusCode(201);
    apply(with("tam-new", "ONBOARDING"));

    as(Tokens.manager()).get(PERSONS + "/tam-new").then().body("onRoster", equalTo(true));
    String both = Tokens.of("tam-new", "tam", "manager");
    me(both).body("tam.zone", equalTo("Europe/London")).body("person.onRoster", equalTo(true));
    move(both, "UTC")
        .then()
        .statusCode(409)
        .body(
            "detail",
            equalTo("Your entry in the calendar counts; set its zone with PATCH /me/tam"));
  }

  private static ObjectNode with(String tam, String status) {
    ObjectNode calendar = followTheSun();
    add(calendar, "tams")
        .put("id", tam)
        .put("name", "Somebody")
        .put("region", "EMEA")
        .put("zone", "Europe/London")
        .put("status", status);
    return calendar;
  }

  @Test
  void a_person_is_told_who_they_are_and_sets_their_zone_and_nothing_else() {
    String token = Tokens.of(HANA, "observer");
    me(token).body("person", nullValue()).body("tam", nullValue()).body("leads", empty());
    move(token, "UTC").then().statusCode(404);
    make(HANA, hana()).then().statusCode(201);

    me(token)
        .body("person.name", equalTo("Hana Sato"))
        .body("person.zone", equalTo("Asia/Tokyo"))
        .body("person.manages", contains("APAC"));
    move(token, "Australia/Sydney").then().statusCode(200).header("ETag", "\"2\"");
    me(token)
        .body("person.zone", equalTo("Australia/Sydney"))
        .body("person.email", equalTo("hana@example.com"));

    move(token, "IST").then().statusCode(400).body("errors[0].pointer", equalTo("/zone"));
    as(token)
        .header("If-Match", "\"2\"")
        .body("{\"manages\":[\"EMEA\"],\"zone\":\"UTC\"}")
        .patch("/api/v1/me/person")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/manages"));
    assertThat(as(token).get(PERSONS).statusCode()).isEqualTo(403);
  }
}
