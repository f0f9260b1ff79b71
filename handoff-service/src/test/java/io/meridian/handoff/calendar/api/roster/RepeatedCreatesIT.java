package io.meridian.handoff.calendar.api.roster;

import static io.meridian.handoff.calendar.api.CalendarApi.CALENDAR;
import static io.meridian.handoff.calendar.api.CalendarApi.apply;
import static io.meridian.handoff.calendar.api.CalendarApi.followTheSun;
import static io.meridian.handoff.calendar.api.CalendarApi.manager;
import static io.meridian.handoff.calendar.api.CalendarApi.tam;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.meridian.handoff.Tables;
import io.meridian.handoff.calendar.api.CalendarApi;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent again with its {@code Idempotency-Key} happens once. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class RepeatedCreatesIT {

  private static final String LEAVE =
      "{'tam':'tam-eva','start':'2026-06-10T00:00:00Z','end':'2026-06-11T00:00:00Z'}";

  @Inject Pool pool;
  @Inject MovableClock clock;

  private final String key = UUID.randomUUID().toString();

  @BeforeEach
  void followTheSunIsInForce() {
    clock.set(Instant.parse("2026-06-01T08:00:00Z"));
    CalendarApi.forgetAll(pool);
    Tables.empty(pool, "swap_request");
    Tables.empty(pool, "calendar_feed");
    apply(followTheSun());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "regions|4|{'code':'LATAM','name':'Latin America','zone':'America/Bogota','lead':'tam-mei'}",
        "tams|7|{'id':'tam-zoe','name':'Zoe Lima','region':'EMEA'}",
        "rotations|4|{'id':'emea-second','region':'EMEA','tier':'SECONDARY',"
            + "'participants':['tam-eva'],'period':'WEEKLY','anchor':'2026-01-05T00:00'}",
        "shift-patterns|4|{'id':'emea-night','region':'EMEA','days':['SAT'],'start':'20:00',"
            + "'end':'02:00','effectiveFrom':'2026-01-01','rotations':['emea-primary']}",
        "overrides|1|{'add':'tam-eva','start':'2026-06-12T00:00:00Z','end':'2026-06-12T01:00:00Z'}",
        "leaves|1|" + LEAVE
      })
  void an_entry_is_added_once_and_answered_twice(String list, int size, String entry) {
    String path = "/api/v1/" + list;
    Response first = post(path, entry);
    first.then().statusCode(201).header("Location", not(endsWith(path)));
    Response again = post(path, entry);
    again
        .then()
        .statusCode(201)
        .header("Location", equalTo(first.header("Location")))
        .header("ETag", equalTo(first.header("ETag")))
        .body(equalTo(first.asString()));
    tam().get(path).then().body("items", hasSize(size));
    tam().get(CALENDAR).then().header("ETag", "\"2\"");
  }

  @Test
  void a_key_that_came_with_something_else_is_refused() {
    post("/api/v1/leaves", LEAVE).then().statusCode(201);
    post("/api/v1/leaves", LEAVE.replace("06-11", "06-12"))
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:meridian:problem:idempotency-key-reused"));
    post("/api/v1/overrides", LEAVE)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:meridian:problem:idempotency-key-reused"));
    tam().get("/api/v1/leaves").then().body("items.end", contains("2026-06-11T00:00:00Z"));
  }

  @Test
  void a_refused_entry_and_a_dry_run_leave_the_key_free() {
    post("/api/v1/leaves", LEAVE.replace("tam-eva", "tam-nobody")).then().statusCode(422);
    manager()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .queryParam("dryRun", true)
        .body(LEAVE.replace('\'', '"'))
        .post("/api/v1/leaves")
        .then()
        .statusCode(200);
    post("/api/v1/leaves", LEAVE).then().statusCode(201);
  }

  @Test
  void a_swap_is_asked_for_once() {
    String shift =
        CalendarApi.shifts("2026-06-10T07:00:00Z", "2026-06-10T08:00:00Z", "history")
            .extract()
            .path("items.find{it.region=='EMEA'}.id");
    String wish = "{'asker':'tam-eva','shift':'" + shift + "','tam':'tam-tom'}";
    Response first = post("/api/v1/swap-requests", wish);
    first.then().statusCode(201);
    post("/api/v1/swap-requests", wish).then().statusCode(201).body(equalTo(first.asString()));
    manager().get("/api/v1/swap-requests").then().body("items", hasSize(1));
  }

  @Test
  void a_feed_is_made_once_and_its_path_is_shown_once() {
    String wish = "{'scope':'REGION','subject':'EMEA'}";
    Response first = post("/api/v1/calendar/feeds", wish);
    first.then().statusCode(201).body("", hasKey("path"));
    post("/api/v1/calendar/feeds", wish)
        .then()
        .statusCode(201)
        .header("Location", equalTo(first.header("Location")))
        .body("id", equalTo(first.path("id")))
        .body("", not(hasKey("path")));
    manager().get("/api/v1/calendar/feeds").then().body("items", hasSize(1));
    given().get(first.<String>path("path")).then().statusCode(200);
    assertThat(kept()).doesNotContain(first.<String>path("path").substring(17, 40));
  }

  @Test
  void an_import_is_answered_as_it_was_the_first_time() {
    String ics =
        String.join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//test//EN",
            "BEGIN:VEVENT",
            "UID:summer",
            "DTSTART;VALUE=DATE:20260610",
            "DTEND;VALUE=DATE:20260612",
            "END:VEVENT",
            "END:VCALENDAR",
            "");
    for (int i = 0; i < 2; i++) {
      manager()
          .contentType("text/calendar")
          .header("Idempotency-Key", key)
          .queryParam("tam", "tam-eva")
          .body(ics)
          .post("/api/v1/leaves/import")
          .then()
          .statusCode(200)
          .body("items.outcome", contains("CREATED"));
    }
    tam().get("/api/v1/leaves").then().body("items", hasSize(1));
  }

  @Test
  void a_swap_is_answered_once_and_a_key_belongs_to_one_answer() {
    String shift =
        CalendarApi.shifts("2026-06-10T07:00:00Z", "2026-06-10T08:00:00Z", "history")
            .extract()
            .path("items.find{it.region=='EMEA'}.id");
    String wish = "{'asker':'tam-eva','shift':'" + shift + "','tam':'tam-tom'}";
    String self =
        manager()
            .contentType("application/json")
            .body(wish.replace('\'', '"'))
            .post("/api/v1/swap-requests")
            .then()
            .statusCode(201)
            .extract()
            .path("links.self");
    Response first = post(self + "/acceptance", "");
    first.then().statusCode(200).body("status", equalTo("ACCEPTED"));
    post(self + "/acceptance", "").then().statusCode(200).body(equalTo(first.asString()));
    post(self + "/decline", "{'reason':'no'}")
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:meridian:problem:idempotency-key-reused"));
    tam().get(CALENDAR).then().header("ETag", "\"2\"");
  }

  @Test
  void a_declined_swap_is_answered_as_it_was_the_first_time() {
    String shift =
        CalendarApi.shifts("2026-06-10T07:00:00Z", "2026-06-10T08:00:00Z", "history")
            .extract()
            .path("items.find{it.region=='EMEA'}.id");
    String wish = "{'asker':'tam-eva','shift':'" + shift + "','tam':'tam-tom'}";
    String self =
        manager()
            .contentType("application/json")
            .body(wish.replace('\'', '"'))
            .post("/api/v1/swap-requests")
            .then()
            .statusCode(201)
            .extract()
            .path("links.self");
    Response first = post(self + "/decline", "{'reason':'away'}");
    first.then().statusCode(200).body("status", equalTo("DECLINED"));
    post(self + "/decline", "{'reason':'away'}")
        .then()
        .statusCode(200)
        .body(equalTo(first.asString()));
    post(self + "/decline", "{'reason':'other'}").then().statusCode(422);
  }

  @Test
  void a_feed_is_reset_once_and_its_new_path_is_shown_once() {
    String self =
        manager()
            .contentType("application/json")
            .body("{\"scope\":\"REGION\",\"subject\":\"EMEA\"}")
            .post("/api/v1/calendar/feeds")
            .then()
            .statusCode(201)
            .extract()
            .path("links.self");
    Response first = post(self + "/reset", "");
    first.then().statusCode(200).header("ETag", "\"2\"").body("", hasKey("path"));
    post(self + "/reset", "")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("", not(hasKey("path")));
    given().get(first.<String>path("path")).then().statusCode(200);
    assertThat(kept()).doesNotContain(first.<String>path("path").substring(17, 40));
  }

  @Test
  void holidays_are_added_once_and_answered_twice() {
    String day = "{'items':[{'date':'2027-06-04','name':'Company day'}]}";
    Response first = post("/api/v1/holidays/SG", day);
    first.then().statusCode(200).body("items.date", hasItem("2027-06-04"));
    manager()
        .contentType("application/json")
        .body(day.replace('\'', '"').replace("06-04", "06-11"))
        .post("/api/v1/holidays/SG")
        .then()
        .statusCode(200);
    post("/api/v1/holidays/SG", day)
        .then()
        .statusCode(200)
        .header("ETag", equalTo(first.header("ETag")))
        .body(equalTo(first.asString()));
    post("/api/v1/holidays/SG", day.replace("06-04", "06-18")).then().statusCode(422);
    tam().get(CALENDAR).then().header("ETag", "\"3\"");
  }

  private String kept() {
    StringBuilder all = new StringBuilder();
    pool.query("select response from idempotency")
        .executeAndAwait()
        .forEach(row -> all.append(row.getString(0)));
    return all.toString();
  }

  private Response post(String path, String body) {
    return manager()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body.replace('\'', '"'))
        .post(path);
  }
}
