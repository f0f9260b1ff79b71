package io.meridian.console.page;

import static io.meridian.console.page.Session.as;
import static io.meridian.console.page.Session.kim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
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

/** Who is on when, and what a leave would change before it is entered. */
@QuarkusTest
@QuarkusTestResource(StubServer.class)
class CalendarIT {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @BeforeEach
  void arrange() {
    House.reset();
    Calendars.month();
    Calendars.leaveOf(5);
  }

  @Test
  void a_reader_sees_the_month_of_their_region_in_one_call() {
    Instant first = YearMonth.now(NEW_YORK).atDay(1).atTime(15, 0).toInstant(ZoneOffset.UTC);
    kim()
        .get("/calendar")
        .then()
        .statusCode(200)
        .body(containsString("<td><time datetime=\"" + first + "\""))
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
        .body(containsString("/calendar?month=" + next + "&amp;region=EMEA"));
    kim().get("/calendar?month=nonsense").then().statusCode(200);
  }

  @Test
  void an_empty_month_and_a_silent_service_are_told_apart() {
    Calendars.none();
    kim().get("/calendar").then().body(containsString("No shift in this month."));

    House.answers("GET /api/v1/shifts", 503, 0, "{}");
    kim().get("/calendar").then().statusCode(200).body(containsString("does not answer"));
  }

  @Test
  void a_leave_shows_first_what_it_would_change_equal_holes_in_one_line() {
    kim()
        .get(Calendars.LEAVE)
        .then()
        .statusCode(200)
        .body(containsString("Nothing is entered yet."))
        .body(containsString("It makes a hole"))
        .body(containsString("on 5 days in a row, until"))
        .body(containsString("Ewa Nowak rests 9 h before Tue 5 Jan"))
        .body(containsString("Shifts that change (5)"))
        .body(containsString("<bdi>Kim Carter</bdi> → <span class=\"late\">! nobody"))
        .body(containsString("Enter it with the hole"));

    assertThat(House.written())
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.line()).isEqualTo("POST /api/v1/leaves?dryRun=true");
              assertThat(asked.body())
                  .contains("tam-kim", "2027-01-04T05:00:00Z", "2027-01-09T05:00:00Z");
            });
  }

  @Test
  void entering_it_is_an_act_of_its_own() {
    House.answers("POST /api/v1/leaves", 201, 0, "{\"id\":\"x\"}");

    String notice =
        kim()
            .formParam("start", "2027-01-04T00:00")
            .formParam("end", "2027-01-09T00:00")
            .formParam("reason", "dentist")
            .post("/calendar/leave")
            .then()
            .statusCode(303)
            .header("Location", endsWith("/calendar"))
            .extract()
            .cookie("notice");

    assertThat(House.written().getLast().line()).isEqualTo("POST /api/v1/leaves");
    assertThat(House.written().getLast().body()).contains("\"reason\":\"dentist\"");
    kim()
        .cookie("notice", notice)
        .get("/calendar")
        .then()
        .body(containsString("Your leave is entered"));
  }

  @Test
  void what_cannot_be_entered_comes_back_with_the_reason_and_what_was_written() {
    House.refuses("POST /api/v1/leaves?dryRun=true", 422, "The end is before the start", "");

    kim()
        .get(Calendars.LEAVE)
        .then()
        .statusCode(422)
        .body(containsString("The end is before the start"))
        .body(containsString("value=\"2027-01-04T00:00\""));
    kim()
        .get("/calendar/leave?start=soon&end=later")
        .then()
        .statusCode(400)
        .body(containsString("This date and time cannot be read."));
  }

  @Test
  void only_a_tam_enters_leave_and_all_may_ask_why() {
    assertThat(as("manager-mia", "manager").get("/calendar").asString())
        .contains("AMER")
        .doesNotContain("Enter leave");
    as("manager-mia", "manager").get(Calendars.LEAVE).then().statusCode(303);
    House.answers(
        "GET /api/v1/shifts/" + Stories.id(1) + "/explanation",
        "{\"sentences\":[\"Kim is next in the rotation\"]}");
    kim()
        .get("/calendar/shifts/" + Stories.id(1))
        .then()
        .statusCode(200)
        .body(containsString("Kim is next in the rotation"));
  }
}
