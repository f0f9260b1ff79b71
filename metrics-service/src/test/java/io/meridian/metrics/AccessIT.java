package io.meridian.metrics;

import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;

import io.meridian.events.CalendarEvent;
import io.meridian.events.CalendarState;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.PublishedEvents;
import io.meridian.testkit.TestDatabase;
import io.meridian.testkit.Tokens;
import io.meridian.testkit.badinput.AccessMatrix;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what, by the roles of tokens and by what the roster says of TAMs. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class AccessIT {
  private static final Path AGREED = Path.of("src", "test", "resources", "access.txt");
  private static final String SOMETHING = "/api/v1/gaps";

  @AfterAll
  static void noRosterIsKnown() throws SQLException {
    TestDatabase.forget("tam", "region");
  }

  @BeforeEach
  void aRosterIsKnown() {
    List<CalendarState.Tam> tams =
        List.of(
            new CalendarState.Tam("tam-eva", "Eva Berg", "EMEA", "ACTIVE"),
            new CalendarState.Tam("tam-lea", "Lea Lind", "EMEA", "ACTIVE"),
            new CalendarState.Tam("tam-new", "Nia Neu", "EMEA", "ONBOARDING"),
            new CalendarState.Tam("tam-old", "Otto Alt", "EMEA", "INACTIVE"));
    List<CalendarState.Region> regions =
        List.of(new CalendarState.Region("EMEA", "Europe", "Europe/London", "tam-lea"));
    try (PublishedEvents log = new PublishedEvents()) {
      log.publish(
          new CalendarEvent.Applied(
              "manager-mia", new CalendarState(regions, tams, 1_000, Instant.EPOCH)));
    }
    await().until(() -> read("tam-old") == 403);
  }

  private static int read(String tam) {
    return given().auth().oauth2(Tokens.tam(tam)).get(SOMETHING).statusCode();
  }

  @Test
  void every_operation_lets_in_whom_it_should_and_nobody_else() throws Exception {
    AccessMatrix.ofRoles("tam-eva", "tam-new", "tam-old")
        .relation("lead", Tokens.tam("tam-lea"))
        .check(AGREED);
  }

  @Test
  void a_refusal_says_what_the_roster_has_against_them() {
    given()
        .auth()
        .oauth2(Tokens.tam("tam-old"))
        .get(SOMETHING)
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("detail", Matchers.startsWith("tam-old is INACTIVE on the roster"));
    given()
        .auth()
        .oauth2(Tokens.tam("tam-ghost"))
        .get(SOMETHING)
        .then()
        .statusCode(403)
        .body("detail", Matchers.startsWith("tam-ghost is on no roster"));
  }
}
