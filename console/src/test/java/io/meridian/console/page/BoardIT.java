package io.meridian.console.page;

import static io.meridian.console.page.Session.as;
import static io.meridian.console.page.Session.kim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.meridian.console.stub.House;
import io.meridian.console.stub.House.Asked;
import io.meridian.console.stub.Stories;
import io.meridian.console.stub.StubServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a manager sees over a boundary, and how they assign from there. */
@QuarkusTest
@QuarkusTestResource(StubServer.class)
class BoardIT {
  private static final String ASSIGNMENT = "/handoffs/" + Stories.GRAVE + "/assignment";

  @BeforeEach
  void arrange() {
    House.reset();
    Stories.shiftChange();
  }

  private static RequestSpecification mia() {
    return as("manager-mia", "manager");
  }

  @Test
  void it_is_one_call() {
    mia().get("/board").then().statusCode(200);

    assertThat(House.asked()).extracting(Asked::line).containsExactly("GET /api/v1/board");
  }

  @Test
  void it_says_who_is_there_what_nobody_took_and_what_nobody_attends() {
    mia()
        .get("/board")
        .then()
        .body(containsString("5 of 7 accepted"))
        .body(containsString("3 not taken yet"))
        .body(containsString("Noëlle Roy declined: billing skills"))
        .body(containsString("AMER · Americas"))
        .body(containsString("lead Ewa Nowak"))
        .body(
            containsString(
                "Kim Carter (AMER)</bdi> · <span class=\"together\">2 <span class=\"sev SEV1\">"))
        .body(containsString("Gaps in these hours (1)"))
        .body(containsString("open 4 min"))
        .body(containsString("1 escalation is attended by nobody now"))
        .body(containsString("<bdi>Ewa Nowak</bdi> → <bdi>Kim Carter</bdi></a>"))
        .body(containsString("clock change"));
  }

  @Test
  void when_all_is_well_it_says_so() {
    House.reset();
    Stories.quiet();

    mia()
        .get("/board")
        .then()
        .body(containsString("No shift change is near."))
        .body(containsString("Everything offered is taken"))
        .body(containsString("No gap"))
        .body(containsString("No hole within a year"));
  }

  @Test
  void a_silent_service_is_said_to_be_silent() {
    House.answers("GET /api/v1/board", 503, 0, "{}");

    mia().get("/board").then().statusCode(200).body(containsString("does not answer"));
  }

  @Test
  void a_manager_assigns_to_somebody_by_name_and_is_back_at_the_board() {
    House.answers(
        "POST /api/v1" + ASSIGNMENT,
        Stories.handoff(1, "SEV1", "ASSIGNED_BY_LEAD", Stories.EWA, Stories.KIM, "x"));

    mia()
        .get("/board")
        .then()
        .body(containsString("<option value=\"tam-kim\">Kim Carter, AMER, primary now</option>"))
        .body(containsString("<option value=\"tam-kai\">Kai Tan, AMER, from "));
    mia()
        .formParam("from", "board")
        .formParam("tam", "tam-kim")
        .formParam("reason", "on duty")
        .post(ASSIGNMENT)
        .then()
        .statusCode(303)
        .header("Location", endsWith("/board"));

    assertThat(House.written())
        .singleElement()
        .extracting(Asked::body)
        .asString()
        .contains("\"tam\":\"tam-kim\"", "\"reason\":\"on duty\"");
  }

  @Test
  void who_is_no_manager_assigns_nothing_there() {
    assertThat(kim().get("/board").asString()).contains("3 not taken yet").doesNotContain("Assign");
  }
}
