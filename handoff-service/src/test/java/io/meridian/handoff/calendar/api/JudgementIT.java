package io.meridian.handoff.calendar.api;

import static io.meridian.handoff.calendar.api.CalendarApi.apply;
import static io.meridian.handoff.calendar.api.CalendarApi.dryRun;
import static io.meridian.handoff.calendar.api.CalendarApi.entry;
import static io.meridian.handoff.calendar.api.CalendarApi.followTheSun;
import static io.meridian.handoff.calendar.api.CalendarApi.manager;
import static io.meridian.handoff.calendar.api.CalendarApi.shifts;
import static io.meridian.handoff.calendar.api.CalendarApi.tam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Quality, warnings, explanations and holidays of a roster, as callers see them. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class JudgementIT {

  private static final String HOLIDAYS = "/api/v1/holidays/";
  private static final String CSV = "text/csv";

  @Inject Pool pool;
  @Inject MovableClock clock;

  @BeforeEach
  void followTheSunIsApplied() {
    clock.set(Instant.parse("2026-03-01T08:00:00Z"));
    CalendarApi.forgetAll(pool);
    ObjectNode document = followTheSun();
    entry(document, "regions", 1).put("holidays", "GB-ENG");
    entry(document, "shiftPatterns", 1).put("holidayPolicy", "OFF");
    apply(document);
  }

  @Test
  void the_quality_of_a_year_names_every_deduction() {
    year("/api/v1/coverage/quality")
        .body("deductions.kind", hasItems("GAPS", "WEEK"))
        .body("deductions[0].detail", containsString("no primary is on duty for"))
        .body("load.tam.id", hasSize(6))
        .body("warnings.kind", hasItem("LONG_WEEK"));
    int score = year("/api/v1/coverage/quality").extract().path("score");
    List<Integer> points = year("/api/v1/coverage/quality").extract().path("deductions.points");
    assertThat(score).isEqualTo(100 - points.stream().mapToInt(p -> p).sum());
    tam()
        .get("/api/v1/coverage/quality")
        .then()
        .statusCode(200)
        .body("from", equalTo("2026-03-01T08:00:00Z"));
  }

  @Test
  void overlaps_are_the_segments_of_two_regions_and_gaps_can_be_filtered() {
    year("/api/v1/coverage/overlaps")
        .body("items[0].regions", contains("AMER", "EMEA"))
        .body("items[0].duration", equalTo("PT1H"))
        .body("items.findAll{it.regions.size() < 2}", hasSize(0));
    tam()
        .queryParam("from", "2026-01-01T00:00:00Z")
        .queryParam("to", "2027-01-01T00:00:00Z")
        .queryParam("tolerance", "PT2H")
        .get("/api/v1/coverage/gaps")
        .then()
        .statusCode(200)
        .body("items.findAll{it.cause != 'HOLIDAY'}", hasSize(0))
        .body("items", not(hasSize(0)));
  }

  @Test
  void a_dry_run_warns_of_what_would_be_likely_wrong() {
    ObjectNode document = followTheSun();
    entry(document, "tams", 3).put("status", "ONBOARDING");
    entry(document, "tams", 0).remove("email");
    entry(document, "tams", 1).remove("email");
    dryRun(document)
        .then()
        .statusCode(200)
        .body("warnings.kind", hasItems("MAY_NOT_SERVE", "NO_CHANNEL", "LONG_WEEK"))
        .body("warnings.find{it.kind=='MAY_NOT_SERVE'}.tam", equalTo("tam-tom"));
    tam()
        .get("/api/v1/coverage/warnings")
        .then()
        .statusCode(200)
        .body("items.kind", not(hasItem("MAY_NOT_SERVE")));
  }

  @Test
  void a_shift_to_come_and_one_that_has_begun_are_explained_by_their_calendars() {
    String day = "2026-03-29T00:00:00Z";
    String id =
        shifts(day, "2026-03-30T00:00:00Z", "rules")
            .extract()
            .path("items.find{it.region=='EMEA'}.id");
    explain(id)
        .body("basis", equalTo("RULES"))
        .body("revision", equalTo(1))
        .body("pattern.id", equalTo("emea-day"))
        .body("start.at", equalTo("2026-03-29T06:00:00Z"))
        .body("places[0].rotation", equalTo("emea-primary"))
        .body("sentences", hasItem(containsString("it is the turn of")));
    String running =
        shifts("2026-03-01T08:00:00Z", "2026-03-01T09:00:00Z", "history")
            .extract()
            .path("items[0].id");
    clock.set(Instant.parse("2026-03-01T10:00:00Z"));
    ObjectNode edited = followTheSun();
    edited.putArray("shiftPatterns");
    apply(edited);
    explain(running)
        .body("basis", equalTo("HISTORY"))
        .body("revision", equalTo(1))
        .body("pattern.id", equalTo("emea-day"))
        .body("end.cause", equalTo("EDIT"));
    tam()
        .get("/api/v1/shifts/00000000-0000-0000-0000-000000000000/explanation")
        .then()
        .statusCode(404);
  }

  @Test
  void the_table_of_public_holidays_is_there_and_makes_shifts_off() {
    tam()
        .get(HOLIDAYS + "GB-ENG")
        .then()
        .statusCode(200)
        .body("items.find{it.date=='2026-04-03'}.name", equalTo("Good Friday"))
        .body("items.find{it.date=='2026-04-03'}.kind", equalTo("PUBLIC"));
    assertThat(emeaShiftsOn("2026-04-03")).isZero();
    assertThat(emeaShiftsOn("2026-04-02")).isEqualTo(1);
    tam()
        .get("/api/v1/holidays")
        .then()
        .statusCode(200)
        .body("items", hasItems("SG", "IN", "GB-ENG"));
    tam().get(HOLIDAYS + "XX").then().statusCode(404);
  }

  @Test
  void uploads_add_and_replace_holidays_under_their_entity_tag() {
    manager()
        .contentType(CSV)
        .body("date,name\n2026-04-08,Company day\n")
        .post(HOLIDAYS + "GB-ENG")
        .then()
        .statusCode(200)
        .body("items.find{it.date=='2026-04-08'}.source", equalTo("calendar"));
    assertThat(emeaShiftsOn("2026-04-08")).isZero();
    String etag = tam().get(HOLIDAYS + "GB-ENG").then().extract().header("ETag");
    String ics =
        """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20260409
        SUMMARY:Only this one
        END:VEVENT
        END:VCALENDAR
        """;
    manager()
        .contentType("text/calendar")
        .body(ics)
        .put(HOLIDAYS + "GB-ENG")
        .then()
        .statusCode(428);
    manager()
        .contentType("text/calendar")
        .header("If-Match", etag)
        .body(ics)
        .put(HOLIDAYS + "GB-ENG")
        .then()
        .statusCode(200)
        .body("items.findAll{it.date.startsWith('2026')}.date", contains("2026-04-09"))
        .body("items.findAll{it.date.startsWith('2027')}", not(hasSize(0)));
    manager()
        .contentType("text/calendar")
        .header("If-Match", etag)
        .body(ics)
        .put(HOLIDAYS + "GB-ENG")
        .then()
        .statusCode(412);
    assertThat(emeaShiftsOn("2026-04-03")).isEqualTo(1);
    assertThat(emeaShiftsOn("2026-04-09")).isZero();
  }

  @Test
  void a_region_has_dates_of_its_own_and_bad_uploads_name_the_place() {
    manager()
        .contentType("application/json")
        .header("If-Match", "*")
        .body(
            "{\"items\":[{\"date\":\"2026-04-03\",\"name\":\"Worked here\",\"kind\":\"WORKDAY\"}]}")
        .put(HOLIDAYS + "regions/EMEA")
        .then()
        .statusCode(200)
        .body("items.kind", contains("WORKDAY"));
    assertThat(emeaShiftsOn("2026-04-03")).isEqualTo(1);
    manager()
        .contentType(CSV)
        .body("date,name\n2026-4-8,Company day\n")
        .post(HOLIDAYS + "GB-ENG")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("#line=2"));
    manager()
        .contentType("application/json")
        .body("{\"items\":[{\"date\":\"2026-04-31\",\"name\":\"Never\"}]}")
        .post(HOLIDAYS + "GB-ENG")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/items/0/date"));
    manager()
        .contentType("application/json")
        .body("{\"items\":")
        .post(HOLIDAYS + "GB-ENG")
        .then()
        .statusCode(400);
    manager()
        .contentType("application/xml")
        .body("<x/>")
        .post(HOLIDAYS + "GB-ENG")
        .then()
        .statusCode(415);
    tam().contentType(CSV).body("2026-04-08,x").post(HOLIDAYS + "GB-ENG").then().statusCode(403);
    manager()
        .contentType("application/json")
        .header("If-Match", "*")
        .body("{\"items\":[]}")
        .put(HOLIDAYS + "regions/ATLANTIS")
        .then()
        .statusCode(404);
  }

  private static int emeaShiftsOn(String date) {
    return shifts(date + "T06:00:00Z", date + "T07:00:00Z", "rules")
        .extract()
        .<List<?>>path("items.findAll{it.region=='EMEA'}")
        .size();
  }

  private static ValidatableResponse explain(String id) {
    return tam().get("/api/v1/shifts/" + id + "/explanation").then().statusCode(200);
  }

  private static ValidatableResponse year(String path) {
    return tam()
        .queryParam("from", "2026-01-01T00:00:00Z")
        .queryParam("to", "2027-01-01T00:00:00Z")
        .queryParam("basis", "rules")
        .get(path)
        .then()
        .statusCode(200);
  }
}
