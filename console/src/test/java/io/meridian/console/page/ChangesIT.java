package io.meridian.console.page;

import static io.meridian.console.page.Session.as;
import static io.meridian.console.page.Session.kim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.meridian.console.stub.Calendars;
import io.meridian.console.stub.House;
import io.meridian.console.stub.StubServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an edit of the calendar would change is shown first, and only what was shown is made. */
@QuarkusTest
@QuarkusTestResource(StubServer.class)
class ChangesIT {
  private static final String REMOVAL = "/calendar/overrides/" + Calendars.OVERRIDE + "/removal";

  @BeforeEach
  void arrange() {
    House.reset();
    Calendars.changes();
    Calendars.leaveOf(5);
  }

  private static RequestSpecification mia() {
    return as("manager-mia", "manager");
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

  private static Response enterLeave() {
    return kim()
        .formParam("start", "2027-01-04T00:00")
        .formParam("end", "2027-01-09T00:00")
        .formParam("version", "\"14\"")
        .formParam("reason", "dentist")
        .post("/calendar/leave");
  }

  @Test
  void entering_it_is_an_act_of_its_own_and_of_the_calendar_that_was_shown() {
    House.answers("POST /api/v1/leaves", 201, 0, "{\"id\":\"x\"}");

    Response answer = enterLeave();

    answer.then().statusCode(303).header("Location", endsWith("/calendar/changes"));
    assertThat(House.written().getLast().line()).isEqualTo("POST /api/v1/leaves");
    assertThat(House.written().getLast().ifMatch()).isEqualTo("\"14\"");
    assertThat(House.written().getLast().body()).contains("\"reason\":\"dentist\"");
    kim()
        .cookie("notice", answer.cookie("notice"))
        .get("/calendar/changes")
        .then()
        .body(containsString("It is entered, and in force."));
  }

  @Test
  void when_somebody_else_was_faster_it_is_shown_again_and_nothing_is_lost() {
    House.refuses("POST /api/v1/leaves", 412, "The resource has changed", "");

    enterLeave()
        .then()
        .statusCode(412)
        .body(containsString("Somebody changed the calendar meanwhile, and nothing was done."))
        .body(containsString("value=\"dentist\""))
        .body(containsString("name=\"version\" value=\"&quot;14&quot;\""))
        .body(containsString("Shifts that change (5)"));
  }

  @Test
  void what_cannot_be_entered_comes_back_with_the_place_by_its_name_and_what_was_written() {
    House.refuses(
        "POST /api/v1/leaves?dryRun=true",
        422,
        "/end: must be after start",
        "{\"pointer\":\"/end\",\"code\":\"dates-reversed\",\"detail\":\"must be after start\"}");

    kim()
        .get(Calendars.LEAVE)
        .then()
        .statusCode(422)
        .body(containsString("Until (New York time): must be after start"))
        .body(containsString("value=\"2027-01-04T00:00\""));
    kim()
        .get("/calendar/leave?start=soon&end=later")
        .then()
        .statusCode(400)
        .body(containsString("This date and time cannot be read."));
  }

  @Test
  void a_manager_enters_the_leave_of_anybody() {
    mia()
        .get(Calendars.LEAVE + "&tam=tam-ewa")
        .then()
        .statusCode(200)
        .body(containsString("<option value=\"tam-ewa\" selected>Ewa Nowak, EMEA</option>"));

    assertThat(House.written().getLast().body()).contains("\"tam\":\"tam-ewa\"");
  }

  @Test
  void somebody_else_is_put_on_by_hand() {
    House.answers("POST /api/v1/overrides", 201, 0, "{\"id\":\"x\"}");

    mia()
        .get(Calendars.SUBSTITUTION)
        .then()
        .statusCode(200)
        .body(containsString("It makes no hole."))
        .body(containsString("<bdi>Kim Carter</bdi> → <bdi>Kai Tan</bdi>"));
    mia()
        .formParam("replace", "tam-kim")
        .formParam("by", "tam-kai")
        .formParam("start", "2027-01-04T15:00")
        .formParam("end", "2027-01-04T23:00")
        .formParam("version", "\"14\"")
        .post("/calendar/override")
        .then()
        .statusCode(303);

    assertThat(House.written().getLast().body())
        .contains("\"replace\":\"tam-kim\"", "\"by\":\"tam-kai\"", "2027-01-04T15:00:00Z")
        .doesNotContain("reason");
  }

  @Test
  void with_nobody_who_goes_somebody_is_added_and_with_nobody_who_comes_taken_off() {
    String when = "&start=2027-01-04T15:00&end=2027-01-04T23:00";
    mia().get("/calendar/override?replace=&by=tam-kai" + when).then().statusCode(200);
    assertThat(House.written().getLast().body()).contains("\"add\":\"tam-kai\"");

    mia().get("/calendar/override?replace=tam-kim&by=" + when).then().statusCode(200);
    assertThat(House.written().getLast().body()).contains("\"remove\":\"tam-kim\"");
  }

  @Test
  void what_there_is_is_taken_away_if_it_is_still_what_was_shown() {
    House.answers("DELETE /api/v1/overrides/" + Calendars.OVERRIDE, 204, 0, "");

    mia()
        .get("/calendar/changes")
        .then()
        .body(containsString("Kai Tan instead of Kim Carter"))
        .body(containsString("Kim Carter is on leave"))
        .body(containsString("href=\"" + REMOVAL + "\""));
    mia()
        .get(REMOVAL)
        .then()
        .statusCode(200)
        .body(containsString("Kai Tan instead of Kim Carter · Mon 4 Jan 2027 15:00"))
        .body(containsString("name=\"version\" value=\"&quot;7&quot;\""));
    mia()
        .formParam("version", "\"7\"")
        .post(REMOVAL)
        .then()
        .statusCode(303)
        .header("Location", endsWith("/calendar/changes"));

    assertThat(House.written().getLast().ifMatch()).isEqualTo("\"7\"");
  }

  @Test
  void what_was_changed_meanwhile_is_shown_as_it_is_now() {
    House.refuses("DELETE /api/v1/overrides/" + Calendars.OVERRIDE, 412, "It has changed", "");

    mia()
        .formParam("version", "\"6\"")
        .post(REMOVAL)
        .then()
        .statusCode(412)
        .body(containsString("Somebody changed the calendar meanwhile"))
        .body(containsString("name=\"version\" value=\"&quot;7&quot;\""));
  }

  @Test
  void a_tam_sees_their_own_leave_alone() {
    kim()
        .get("/calendar/changes")
        .then()
        .body(containsString("Kim Carter is on leave"))
        .body(not(containsString("Changes by hand</h2>")));

    assertThat(House.asked())
        .extracting(House.Asked::line)
        .contains("GET /api/v1/leaves?tam=tam-kim&limit=500")
        .noneMatch(line -> line.contains("/overrides"));
  }

  @ParameterizedTest
  @ValueSource(strings = {Calendars.SUBSTITUTION, "/calendar/document"})
  void what_only_managers_change_leads_others_back(String page) {
    kim().get(page).then().statusCode(303).header("Location", endsWith("/calendar"));
  }

  @Test
  void a_document_is_tried_before_it_is_put_in_force() {
    House.answers("PUT /api/v1/calendar", "{}");

    mia().get("/calendar/document").then().body(containsString("&quot;regions&quot;"));
    mia()
        .formParam("document", "{\"regions\":[]}")
        .post("/calendar/document/preview")
        .then()
        .statusCode(200)
        .body(containsString("new: overrides o1"))
        .body(containsString("name=\"version\" value=\"&quot;14&quot;\""));
    mia()
        .formParam("document", "{\"regions\":[]}")
        .formParam("version", "\"14\"")
        .post("/calendar/document")
        .then()
        .statusCode(303);

    assertThat(House.written().getLast().line()).isEqualTo("PUT /api/v1/calendar");
    assertThat(House.written().getLast().ifMatch()).isEqualTo("\"14\"");
  }

  @Test
  void a_document_that_came_too_late_or_is_none_is_kept() {
    House.refuses("PUT /api/v1/calendar", 412, "It has changed", "");

    mia()
        .formParam("document", "{\"regions\":[]}")
        .formParam("version", "\"13\"")
        .post("/calendar/document")
        .then()
        .statusCode(412)
        .body(containsString("their changes included"))
        .body(containsString("{&quot;regions&quot;:[]}"));
    mia()
        .formParam("document", "{\"regions\"\n oops")
        .post("/calendar/document/preview")
        .then()
        .statusCode(400)
        .body(containsString("Line 2, column"))
        .body(containsString("oops"));
  }

  @Test
  void the_document_is_a_file_too() {
    mia()
        .get("/calendar/document/calendar.json")
        .then()
        .statusCode(200)
        .header("Content-Disposition", "attachment; filename=\"calendar.json\"")
        .body(containsString("\"tams\""));
  }
}
