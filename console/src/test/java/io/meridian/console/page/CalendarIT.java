package io.meridian.console.page;

import static io.meridian.console.page.Session.as;
import static io.meridian.console.page.Session.kim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.meridian.console.stub.Calendars;
import io.meridian.console.stub.House;
import io.meridian.console.stub.House.Asked;
import io.meridian.console.stub.Stories;
import io.meridian.console.stub.StubServer;
import io.meridian.console.time.TimeLabels;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is on when, in three ways of looking, and why. */
@QuarkusTest
@QuarkusTestResource(StubServer.class)
class CalendarIT {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @BeforeEach
  void arrange() {
    House.reset();
    Calendars.month();
  }

  @Test
  void a_reader_sees_the_month_of_their_region_in_one_call() {
    Instant first = YearMonth.now(NEW_YORK).atDay(1).atTime(15, 0).toInstant(ZoneOffset.UTC);
    kim()
        .get("/calendar")
        .then()
        .statusCode(200)
        .body(containsString("<time datetime=\"" + first + "\""))
        .body(containsString(">" + TimeLabels.clockIn(first, NEW_YORK) + "–"))
        .body(containsString("Kim Carter</bdi> · <strong>you</strong>"))
        .body(containsString("! nobody</span> · public holiday"))
        .body(not(containsString("Ewa Nowak")));

    assertThat(House.asked())
        .singleElement()
        .extracting(Asked::line)
        .asString()
        .startsWith("GET /api/v1/shifts?from=")
        .endsWith("limit=500");
  }

  @Test
  void another_region_and_another_month_are_addresses() {
    YearMonth next = YearMonth.now(NEW_YORK).plusMonths(1);
    kim()
        .get("/calendar?region=EMEA")
        .then()
        .body(containsString("Ewa Nowak"))
        .body(containsString("&amp;on=" + next.atDay(1) + "&amp;region=EMEA"));
    kim().get("/calendar?view=upside-down&on=nonsense").then().statusCode(200);
  }

  @Test
  void an_empty_month_and_a_silent_service_are_told_apart() {
    Calendars.none();
    kim().get("/calendar").then().body(containsString("No shift in this time."));

    House.answers("GET /api/v1/shifts", 503, 0, "{}");
    kim().get("/calendar").then().statusCode(200).body(containsString("does not answer"));
  }

  @Test
  void a_month_has_every_day_and_each_leads_to_its_agenda() {
    YearMonth month = YearMonth.now(NEW_YORK);
    kim()
        .get("/calendar?view=month&region=AMER")
        .then()
        .statusCode(200)
        .body(
            containsString(
                "/calendar?view=agenda&amp;on=%s&amp;region=AMER#%s"
                    .formatted(month.atEndOfMonth(), month.atEndOfMonth())))
        .body(containsString("<span class=\"dot none\"></span>"))
        .body(containsString("<span class=\"dot mine\"></span>"));
  }

  @Test
  void a_week_has_a_lane_a_person_or_over_all_regions_a_lane_a_region() {
    kim()
        .get("/calendar?view=lanes&region=AMER")
        .then()
        .statusCode(200)
        .body(containsString("<bdi>Kim Carter</bdi>"))
        .body(containsString("href=\"/calendar/shifts/"))
        .body(containsString("AMER: Kim Carter, "))
        .body(not(containsString("EMEA: ")));
    kim()
        .get("/calendar?view=lanes&region=all")
        .then()
        .body(containsString("<bdi>EMEA</bdi>"))
        .body(containsString("EMEA: Ewa Nowak, "));
  }

  @Test
  void ones_own_shifts_alone_are_an_address_too() {
    assertThat(as("tam-ewa", "tam").get("/calendar?mine=on").asString())
        .contains("EMEA <time")
        .doesNotContain("Kim Carter");
  }

  @Test
  void a_shift_says_why_and_asks_others_or_is_changed_by_who_may() {
    Calendars.explanation();
    String page = "/calendar/shifts/" + Stories.id(1);
    kim()
        .get(page)
        .then()
        .statusCode(200)
        .body(containsString("Kim is next in the rotation"))
        .body(containsString("The clocks go forward by an hour."))
        .body(containsString("By revision 14 of the calendar"))
        .body(containsString("<option value=\"tam-ewa\">Ewa Nowak, EMEA</option>"))
        .body(not(containsString("<option value=\"tam-kim\">")))
        .body(not(containsString("Who comes")));
    as("manager-mia", "manager")
        .get(page)
        .then()
        .body(containsString("Who comes"))
        .body(containsString("value=\"2031-01-04T15:00\""))
        .body(containsString("/calendar/overrides/" + Calendars.OVERRIDE + "/removal"))
        .body(not(containsString("Whom do you ask?")));
  }
}
