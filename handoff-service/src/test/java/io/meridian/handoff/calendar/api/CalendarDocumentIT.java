package io.meridian.handoff.calendar.api;

import static io.meridian.handoff.calendar.api.CalendarApi.CALENDAR;
import static io.meridian.handoff.calendar.api.CalendarApi.add;
import static io.meridian.handoff.calendar.api.CalendarApi.entry;
import static io.meridian.handoff.calendar.api.CalendarApi.followTheSun;
import static io.meridian.handoff.calendar.api.CalendarApi.manager;
import static io.meridian.handoff.calendar.api.CalendarApi.put;
import static io.meridian.handoff.calendar.api.CalendarApi.tam;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeridianServers.class)
class CalendarDocumentIT {

  @Inject Pool pool;
  @Inject MovableClock clock;

  @BeforeEach
  void nothingApplied() {
    clock.set(Instant.parse("2026-06-01T08:00:00Z"));
    CalendarApi.forgetAll(pool);
  }

  @Test
  void before_the_first_calendar_there_is_an_empty_one() {
    tam()
        .get(CALENDAR)
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("regions", hasSize(0))
        .body("holidays", hasSize(0));
  }

  @Test
  void what_was_applied_can_be_read_and_applied_again_and_changes_nothing() {
    String applied =
        manager()
            .contentType("application/json")
            .header("If-None-Match", "*")
            .body(followTheSun().toString())
            .put(CALENDAR)
            .then()
            .statusCode(200)
            .header("ETag", "\"1\"")
            .extract()
            .body()
            .asString();
    String read =
        manager().get(CALENDAR).then().header("ETag", "\"1\"").extract().body().asString();
    assertThat(read).isEqualTo(applied);
    manager()
        .contentType("application/json")
        .header("If-Match", "\"1\"")
        .body(read)
        .put(CALENDAR)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body(equalTo(applied));
  }

  @Test
  void a_change_needs_the_revision_it_is_made_to() {
    manager()
        .contentType("application/json")
        .body(followTheSun().toString())
        .put(CALENDAR)
        .then()
        .statusCode(428);
    put(followTheSun(), "\"7\"").then().statusCode(412).header("ETag", "\"0\"");
    put(followTheSun(), "\"0\"").then().statusCode(200);
    put(followTheSun(), "\"0\"")
        .then()
        .statusCode(412)
        .header("ETag", "\"1\"")
        .body("current.regions.code", hasItems("APAC", "EMEA", "AMER"));
    manager()
        .contentType("application/json")
        .header("If-None-Match", "*")
        .body(followTheSun().toString())
        .put(CALENDAR)
        .then()
        .statusCode(412);
  }

  @Test
  void of_two_who_apply_at_once_one_wins() throws Exception {
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      Callable<Integer> attempt = () -> put(followTheSun(), "\"0\"").statusCode();
      List<Integer> answers =
          both.invokeAll(List.of(attempt, attempt)).stream().map(Future::resultNow).toList();
      assertThat(answers).containsExactlyInAnyOrder(200, 412);
    }
    tam().get(CALENDAR).then().header("ETag", "\"1\"");
  }

  @Test
  void only_managers_apply() {
    tam()
        .contentType("application/json")
        .header("If-Match", "\"0\"")
        .body(followTheSun().toString())
        .put(CALENDAR)
        .then()
        .statusCode(403);
    given().get(CALENDAR).then().statusCode(401);
    tam().get(CALENDAR).then().header("ETag", "\"0\"");
  }

  @Test
  void every_field_that_cannot_be_read_is_named() {
    ObjectNode document = followTheSun();
    entry(document, "regions", 0).put("zone", "Asia/Atlantis");
    entry(document, "regions", 1).remove("lead");
    entry(document, "rotations", 0).putArray("participants");
    entry(document, "shiftPatterns", 1).put("start", "25:00");
    entry(document, "tams", 2).put("status", "ASLEEP");
    put(document, "\"0\"")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body(
            "errors.pointer",
            hasItems(
                "/regions/0/zone",
                "/regions/1/lead",
                "/rotations/0/participants",
                "/shiftPatterns/1/start",
                "/tams/2/status"))
        .body("errors.code", hasItems("unknown-zone", "required", "empty", "malformed"));
  }

  @Test
  void everything_that_cannot_be_meant_is_named() {
    ObjectNode document = followTheSun();
    entry(document, "regions", 0).put("lead", "tam-eva");
    entry(document, "regions", 1).put("lead", "tam-nobody");
    entry(document, "tams", 1).put("id", "tam-kai");
    entry(document, "rotations", 2).putArray("participants").add("tam-ghost");
    entry(document, "shiftPatterns", 1).put("effectiveUntil", "2024-01-01");
    entry(document, "shiftPatterns", 2).putArray("rotations").add("emea-primary");
    put(document, "\"0\"")
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:meridian:problem:unprocessable"))
        .body("errors.find{it.pointer=='/regions/0/lead'}.code", equalTo("lead-outside-region"))
        .body("errors.find{it.pointer=='/regions/1/lead'}.code", equalTo("unknown-tam"))
        .body("errors.find{it.pointer=='/tams/1/id'}.code", equalTo("duplicate"))
        .body("errors.find{it.pointer=='/rotations/2/participants/0'}.code", equalTo("unknown-tam"))
        .body(
            "errors.find{it.pointer=='/shiftPatterns/1/effectiveUntil'}.code",
            equalTo("dates-reversed"))
        .body(
            "errors.find{it.pointer=='/shiftPatterns/2/rotations/0'}.code",
            equalTo("other-region"));
    tam().get(CALENDAR).then().header("ETag", "\"0\"");
  }

  @Test
  void overrides_that_touch_one_tam_at_once_are_refused_with_the_id_of_the_first() {
    ObjectNode document = followTheSun();
    add(document, "overrides")
        .put("id", "ovr-first")
        .put("replace", "tam-eva")
        .put("by", "tam-tom")
        .put("start", "2026-06-03T08:00:00Z")
        .put("end", "2026-06-03T10:00:00Z");
    add(document, "overrides")
        .put("id", "ovr-second")
        .put("remove", "tam-tom")
        .put("start", "2026-06-03T09:00:00Z")
        .put("end", "2026-06-03T11:00:00Z");
    put(document, "\"0\"")
        .then()
        .statusCode(422)
        .body("errors", hasSize(1))
        .body("errors[0].pointer", equalTo("/overrides/1"))
        .body("errors[0].code", equalTo("override-conflict"))
        .body("errors[0].detail", containsString("'ovr-first'"));
    entry(document, "overrides", 1).put("start", "2026-06-03T10:00:00Z");
    put(document, "\"0\"").then().statusCode(200).body("overrides[0].region", equalTo("EMEA"));
  }

  @Test
  void an_unknown_field_and_a_wrong_type_are_refused() {
    ObjectNode document = followTheSun();
    document.put("colour", "red");
    put(document, "\"0\"").then().statusCode(400).body("errors[0].pointer", equalTo("/colour"));
    ObjectNode typed = followTheSun();
    entry(typed, "rotations", 0).put("every", "often");
    put(typed, "\"0\"")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/rotations/0/every"));
  }
}
