package io.meridian.console.page;

import static io.meridian.console.page.Session.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.meridian.console.stub.House;
import io.meridian.console.stub.Stories;
import io.meridian.console.stub.StubServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
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
}
