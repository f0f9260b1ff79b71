package io.meridian.console.page;

import static io.meridian.console.page.Session.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.meridian.console.stub.Calendars;
import io.meridian.console.stub.House;
import io.meridian.console.stub.Stories;
import io.meridian.console.stub.StubServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where holes will be, months before. */
@QuarkusTest
@QuarkusTestResource(StubServer.class)
class CoverageIT {

  @BeforeEach
  void arrange() {
    House.reset();
  }

  private static RequestSpecification mia() {
    return as("manager-mia", "manager");
  }

  @Test
  void it_is_one_call_for_twelve_months_by_the_rules() {
    Stories.holes(1);
    mia().get("/coverage").then().statusCode(200);

    assertThat(House.asked())
        .singleElement()
        .extracting(House.Asked::line)
        .asString()
        .startsWith("GET /api/v1/coverage/days?basis=rules&from=");
  }

  @Test
  void equal_holes_are_one_line_with_cause_and_reason_and_each_day_is_on_the_map() {
    Stories.holes(200);

    String page = mia().get("/coverage").asString();

    assertThat(page)
        .contains("1 hole", "200 h in all without a primary", "on 200 days in a row, until")
        .contains("clock change: one region changes its clocks, the next does not")
        .contains("every zone on its standard offset would leave no hole here");
    assertThat(page.split("class=\"l1\"><title>", -1)).hasSize(201);
    assertThat(page).contains(": 1 h without a primary, clock change", ": covered</title>");
  }

  @Test
  void a_year_without_a_hole_and_a_silent_service_are_told_apart() {
    Stories.holes(0);
    mia().get("/coverage").then().body(containsString("No hole in 12 months"));

    House.answers("GET /api/v1/coverage/days", 503, 0, "{}");
    mia().get("/coverage").then().statusCode(200).body(containsString("does not answer"));
  }

  @Test
  void a_manager_agrees_to_a_hole_from_its_line() {
    Stories.holes(1);
    Instant start =
        Instant.now()
            .truncatedTo(ChronoUnit.DAYS)
            .plus(100, ChronoUnit.DAYS)
            .plus(22, ChronoUnit.HOURS);
    String from = start.toString().substring(0, 16);

    mia()
        .get("/coverage")
        .then()
        .body(containsString("/coverage/agreements?from=" + from + "&amp;until="));
    assertThat(as("auditor-ole", "auditor").get("/coverage").asString())
        .doesNotContain("Agree to it");
  }

  @Test
  void which_holes_an_agreement_is_about_is_shown_before_it_is_made() {
    Calendars.agreements();
    House.answers(
        "POST /api/v1/coverage/agreements",
        201,
        0,
        """
        {"id":"%s","from":"2027-03-14T00:00:00Z","until":"2027-03-19T00:00:00Z","why":"x","by":"manager-mia"}"""
            .formatted(Stories.id(6)));

    mia()
        .get("/coverage/agreements?from=2027-03-14T00:00&until=2027-03-19T00:00")
        .then()
        .statusCode(200)
        .body(containsString("This hole would be agreed to"))
        .body(containsString("on 5 days in a row, until"))
        .body(containsString("Christmas: customers were told"));
    mia()
        .formParam("from", "2027-03-14T00:00")
        .formParam("until", "2027-03-19T00:00")
        .formParam("why", "customers were told")
        .post("/coverage/agreements")
        .then()
        .statusCode(303);

    assertThat(House.written().getLast().body())
        .contains("2027-03-14T00:00:00Z", "2027-03-19T00:00:00Z", "customers were told");
  }

  @Test
  void what_cannot_be_agreed_to_keeps_what_was_written() {
    Calendars.agreements();
    House.refuses("POST /api/v1/coverage/agreements", 422, "/until: must be in the future", "");

    mia()
        .formParam("from", "2027-03-14T00:00")
        .formParam("until", "2027-03-19T00:00")
        .formParam("why", "customers were told")
        .post("/coverage/agreements")
        .then()
        .statusCode(422)
        .body(containsString("must be in the future"))
        .body(containsString("value=\"customers were told\""));
    mia().get("/coverage/agreements?from=soon&until=later").then().statusCode(400);
  }

  @Test
  void an_agreement_is_ended_by_a_manager() {
    Calendars.agreements();
    House.answers("DELETE /api/v1/coverage/agreements/" + Stories.id(5), 204, 0, "");

    mia().post("/coverage/agreements/" + Stories.id(5) + "/end").then().statusCode(303);

    assertThat(House.written()).hasSize(1);
    assertThat(as("auditor-ole", "auditor").get("/coverage/agreements").asString())
        .contains("Christmas: customers were told")
        .doesNotContain("End it");
  }
}
