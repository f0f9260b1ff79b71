package io.meridian.handoff.calendar.api;

import static io.meridian.handoff.calendar.api.CalendarApi.apply;
import static io.meridian.handoff.calendar.api.CalendarApi.entry;
import static io.meridian.handoff.calendar.api.CalendarApi.followTheSun;
import static io.meridian.handoff.calendar.api.CalendarApi.manager;
import static io.meridian.handoff.calendar.api.CalendarApi.shifts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dates that a region has of its own. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class RegionHolidaysIT {

  private static final String HOLIDAYS = "/api/v1/holidays/";
  private static final String CSV = "text/csv";

  @Inject Pool pool;
  @Inject MovableClock clock;

  @BeforeEach
  void emeaRestsOnHolidays() {
    clock.set(Instant.parse("2026-03-01T08:00:00Z"));
    CalendarApi.forgetAll(pool);
    ObjectNode document = followTheSun();
    entry(document, "regions", 1).put("holidays", "GB-ENG");
    entry(document, "shiftPatterns", 1).put("holidayPolicy", "OFF");
    apply(document);
  }

  @Test
  void files_and_additions_are_for_regions_too() {
    String key = "region-" + UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      manager()
          .contentType(CSV)
          .header("Idempotency-Key", key)
          .body("date,name\n2026-06-05,Company day\n")
          .post(HOLIDAYS + "regions/EMEA")
          .then()
          .statusCode(200)
          .body("items.date", contains("2026-06-05"));
    }
    assertThat(emeaShiftsOn("2026-06-05")).isZero();
    manager()
        .contentType("application/json")
        .body("{\"items\":[{\"date\":\"2026-05-25\",\"name\":\"We work\",\"kind\":\"WORKDAY\"}]}")
        .post(HOLIDAYS + "regions/EMEA")
        .then()
        .statusCode(200)
        .body("items.kind", contains("WORKDAY", "HOLIDAY"));
    String ics =
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260612\r\nSUMMARY:Fair\r\n"
            + "END:VEVENT\r\nEND:VCALENDAR\r\n";
    manager()
        .contentType("text/calendar")
        .body(ics)
        .put(HOLIDAYS + "regions/EMEA")
        .then()
        .statusCode(428);
    manager()
        .contentType("text/calendar")
        .header("If-Match", "*")
        .body(ics)
        .put(HOLIDAYS + "regions/EMEA")
        .then()
        .statusCode(200)
        .body("items.date", contains("2026-06-12"));
    assertThat(emeaShiftsOn("2026-06-05")).isEqualTo(1);
    manager()
        .contentType(CSV)
        .body("2026-06-05,Company day")
        .post(HOLIDAYS + "regions/ATLANTIS")
        .then()
        .statusCode(404);
    manager()
        .contentType("application/json")
        .body("{\"items\":[{\"day\":\"2026-06-05\"}]}")
        .post(HOLIDAYS + "regions/EMEA")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/items/0/day"));
  }

  private static int emeaShiftsOn(String date) {
    return shifts(date + "T06:00:00Z", date + "T07:00:00Z", "rules")
        .extract()
        .<List<?>>path("items.findAll{it.region=='EMEA'}")
        .size();
  }
}
