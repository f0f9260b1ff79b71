package io.meridian.handoff.calendar.api;

import static io.meridian.handoff.calendar.api.CalendarApi.CALENDAR;
import static io.meridian.handoff.calendar.api.CalendarApi.add;
import static io.meridian.handoff.calendar.api.CalendarApi.apply;
import static io.meridian.handoff.calendar.api.CalendarApi.entry;
import static io.meridian.handoff.calendar.api.CalendarApi.followTheSun;
import static io.meridian.handoff.calendar.api.CalendarApi.put;
import static io.meridian.handoff.calendar.api.CalendarApi.shifts;
import static io.meridian.handoff.calendar.api.CalendarApi.tam;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeridianServers.class)
class ApplyIT {

  @Inject Pool pool;
  @Inject MovableClock clock;
  @Inject StubbornListener listener;

  @BeforeEach
  void followTheSunIsInForce() {
    clock.set(Instant.parse("2026-06-01T08:00:00Z"));
    CalendarApi.forgetAll(pool);
    apply(followTheSun());
    clock.set(Instant.parse("2026-06-01T10:00:00Z"));
  }

  @AfterEach
  void nobodyRefuses() {
    listener.refuse(false);
  }

  @Test
  void a_listener_that_fails_undoes_the_whole() {
    ObjectNode edited = followTheSun();
    entry(edited, "rotations", 1).putArray("participants").add("tam-eva");
    listener.refuse(true);
    put(edited, "\"1\"").then().statusCode(500);
    listener.refuse(false);
    tam().get(CALENDAR).then().header("ETag", "\"1\"");
    shifts("2026-06-01T07:00:00Z", "2026-06-01T14:00:00Z", "history")
        .body("items.primary.id", contains("tam-tom"));
  }

  @Test
  void after_an_undone_apply_the_next_with_its_revision_is_in_force() {
    ObjectNode undone = followTheSun();
    entry(undone, "regions", 0).put("name", "Never");
    listener.refuse(true);
    put(undone, "\"1\"").then().statusCode(500);
    listener.refuse(false);
    ObjectNode next = followTheSun();
    entry(next, "regions", 0).put("name", "Pacific");
    put(next, "\"1\"").then().statusCode(200).header("ETag", "\"2\"");
    tam().get("/api/v1/regions/APAC").then().body("name", equalTo("Pacific"));
  }

  @Test
  void a_tam_who_has_left_the_calendar_keeps_their_name_in_history() {
    ObjectNode without = followTheSun();
    ((ArrayNode) without.get("tams")).remove(3);
    entry(without, "rotations", 1).putArray("participants").add("tam-eva");
    apply(without);
    shifts("2026-06-01T07:00:00Z", "2026-06-01T14:00:00Z", "history")
        .body("items.primary.name", contains("Tom Reed", "Eva Berg"));
  }

  @Test
  void leave_and_overrides_without_ids_are_given_some_that_stay() {
    ObjectNode document = followTheSun();
    add(document, "leaves")
        .put("tam", "tam-eva")
        .put("start", "2026-06-10T00:00:00Z")
        .put("end", "2026-06-11T00:00:00Z");
    add(document, "overrides")
        .put("add", "tam-eva")
        .put("start", "2026-06-12T00:00:00Z")
        .put("end", "2026-06-12T01:00:00Z");
    put(document, "\"1\"")
        .then()
        .statusCode(200)
        .body("leaves.id", contains("leave-tam-eva-2026-06-10T00:00:00Z"))
        .body("overrides.id", contains("add-tam-eva-2026-06-12T00:00:00Z"))
        .body("overrides.region", contains("EMEA"));
    shifts("2026-06-12T00:00:00Z", "2026-06-12T01:00:00Z", "history")
        .body("items.find{it.region=='EMEA'}.primary.id", equalTo("tam-eva"))
        .body("items.find{it.region=='EMEA'}.origin.pattern", equalTo(null));
  }
}
