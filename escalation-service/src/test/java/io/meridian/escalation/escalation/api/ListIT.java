package io.meridian.escalation.escalation.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(MeridianServers.class)
class ListIT {
  private static final String ESCALATIONS = "/api/v1/escalations";
  private static final Instant DAY = Instant.parse("2031-01-01T00:00:00Z");

  @Inject MovableClock clock;
  private static int hour;

  /** Each test has an hour of its own, so that it sees only what it opened. */
  private Instant start;

  @BeforeEach
  void anHourOfItsOwn() {
    hour++;
    start = DAY.plus(Duration.ofHours(hour));
    clock.set(start);
  }

  @AfterEach
  void letItRun() {
    clock.run();
  }

  private static String open(String title, String severity, String rest) {
    return given()
        .auth()
        .oauth2(Tokens.integration())
        .contentType("application/json")
        .body("{\"title\":\"%s\",\"severity\":\"%s\"%s}".formatted(title, severity, rest))
        .post(ESCALATIONS)
        .path("id");
  }

  private Response list(String query) {
    return given()
        .auth()
        .oauth2(Tokens.manager())
        .get(
            ESCALATIONS
                + "?openedFrom="
                + start
                + "&openedTo="
                + start.plus(Duration.ofHours(1))
                + query);
  }

  @Test
  void the_newest_come_first_and_pages_follow_each_other() {
    List<String> opened = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      opened.addFirst(open("t" + i, "SEV3", ""));
    }

    List<String> read = new ArrayList<>();
    String cursor = null;
    do {
      Response page = list("&limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
      read.addAll(page.path("items.id"));
      cursor = page.path("nextCursor");
    } while (cursor != null);

    assertThat(read).containsExactlyElementsOf(opened);
  }

  @Test
  void filters_by_severity_and_status_take_one_of_several() {
    String first = open("a", "SEV1", "");
    String second = open("b", "SEV2", "");
    open("c", "SEV3", "");

    list("&severity=SEV1&severity=SEV2").then().body("items.id", contains(second, first));
    list("&status=OPEN&severity=SEV1").then().body("items.id", contains(first));
    list("&status=CLOSED&status=RESOLVED").then().body("items", empty());
  }

  @Test
  void text_is_found_wherever_it_stands_and_whatever_its_case() {
    String byTitle = open("Checkout is DOWN", "SEV3", "");
    String byText = open("x", "SEV3", ",\"description\":\"shutdown of the north\"");
    String byRef =
        open("y", "SEV3", ",\"externalRef\":{\"system\":\"jira\",\"id\":\"down-" + hour + "\"}");
    open("up", "SEV3", "");

    list("&q=down").then().body("items.id", contains(byRef, byText, byTitle));
    list("&q=100%25").then().body("items", empty());
    String shortId =
        given().auth().oauth2(Tokens.manager()).get(ESCALATIONS + "/" + byText).path("shortId");
    list("&q=" + shortId).then().body("items.id", contains(byText));
  }

  @Test
  void an_external_reference_finds_its_escalation() {
    String id =
        open("y", "SEV3", ",\"externalRef\":{\"system\":\"jira\",\"id\":\"J-" + hour + "\"}");

    list("&externalSystem=jira&externalId=J-" + hour).then().body("items.id", contains(id));
    list("&externalSystem=zendesk&externalId=J-" + hour).then().body("items", empty());
  }

  @Test
  void opened_from_counts_and_opened_to_does_not() {
    String id = open("z", "SEV3", "");

    list("").then().body("items.id", contains(id));
    given()
        .auth()
        .oauth2(Tokens.manager())
        .get(ESCALATIONS + "?openedFrom=" + start.minusSeconds(60) + "&openedTo=" + start)
        .then()
        .body("items", empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status=GONE",
        "severity=1",
        "customer=acme",
        "openedFrom=yesterday",
        "limit=0",
        "limit=501",
        "cursor=x",
        "unknown=1",
        "q=a&q=b",
      })
  void a_parameter_that_makes_no_sense_is_refused(String query) {
    given()
        .auth()
        .oauth2(Tokens.manager())
        .get(ESCALATIONS + "?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].pointer", equalTo("?" + query.substring(0, query.indexOf('='))));
  }
}
