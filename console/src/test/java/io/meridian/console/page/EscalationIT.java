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
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has an escalation, and taking it over or holding it without being offered it. */
@QuarkusTest
@QuarkusTestResource(StubServer.class)
class EscalationIT {
  private static final String PAGE = "/escalations/ESC-1001";
  private static final String LEDGER = "/api/v1/accountability/ESC-1001";
  private static final String WORDS = "Kiosks are down, I confirm Warsaw first";

  @BeforeEach
  void arrange() {
    House.reset();
    Stories.plainPages();
  }

  @Test
  void it_says_who_has_it_and_until_when_they_hold_it() {
    kim()
        .get(PAGE)
        .then()
        .statusCode(200)
        .body(containsString("Kim Carter (AMER) is accountable since "))
        .body(containsString("Kim Carter attends to it until "));

    assertThat(House.asked())
        .extracting(Asked::line)
        .containsExactlyInAnyOrder(
            "GET /api/v1/escalations/ESC-1001",
            "GET /api/v1/escalations/ESC-1001/timeline?limit=500",
            "GET " + LEDGER);
  }

  @Test
  void it_says_how_it_stands_who_has_had_it_and_what_happened_the_latest_first() {
    String page = kim().get(PAGE).asString();

    assertThat(page)
        .contains("ESC-1001 · ACKNOWLEDGED", ">Aurora Air</", "/customers/" + Stories.id(7))
        .contains("around the clock, from region to region", "kiosk")
        .contains("href=\"https://tickets.example.com/INC4711\"")
        .contains("<bdi>Ewa Nowak (EMEA)</bdi>", "No gap: somebody attended")
        .contains("SEV2 → SEV1", "two airports down");
    assertThat(page.indexOf("severity changed")).isLessThan(page.indexOf(">opened<"));
  }

  @Test
  void it_is_there_while_the_timeline_is_not() {
    House.answers("GET /api/v1/escalations/ESC-1001/timeline", 503, 0, "{}");

    kim()
        .get(PAGE)
        .then()
        .statusCode(200)
        .body(containsString("Check-in kiosks"))
        .body(containsString("The timeline is not known right now"));
  }

  @Test
  void that_it_rests_is_said_where_somebody_might_take_it_over() {
    Stories.ledger(true);

    assertThat(kim().get(PAGE).asString())
        .contains("it lives in AMER, and it is not its hours there. Nobody is expected to act.")
        .doesNotContain("attends to it until");
  }

  @Test
  void what_rested_before_does_not_rest_now() {
    assertThat(kim().get(PAGE).asString()).doesNotContain("Rests since");
  }

  @Test
  void the_page_is_there_while_nobody_knows_who_has_it() {
    House.answers("GET " + LEDGER, 503, 0, "{}");

    kim()
        .get(PAGE)
        .then()
        .statusCode(200)
        .body(containsString("Check-in kiosks"))
        .body(containsString("handoff-service does not answer"));
  }

  @Test
  void taking_over_takes_the_read_back_along() {
    House.answers("POST " + LEDGER + "/takeover", "{}");

    String notice =
        kim()
            .formParam("readBack", WORDS)
            .post(PAGE + "/takeover")
            .then()
            .statusCode(303)
            .header("Location", endsWith(PAGE))
            .extract()
            .cookie("notice");

    assertThat(House.written().getLast().body()).isEqualTo("{\"readBack\":\"" + WORDS + "\"}");
    kim()
        .cookie("notice", notice)
        .get(PAGE)
        .then()
        .body(containsString("ESC-1001 is yours. Whoever had it has been told."));
  }

  @Test
  void without_words_none_are_sent() {
    House.answers("POST " + LEDGER + "/takeover", "{}");

    kim().formParam("readBack", " ").post(PAGE + "/takeover").then().statusCode(303);

    assertThat(House.written().getLast().body()).isEqualTo("{}");
  }

  @Test
  void a_refusal_to_take_over_comes_back_with_the_words_in_an_open_sheet() {
    House.refuses("POST " + LEDGER + "/takeover", 409, "You are not on duty", "");

    kim()
        .formParam("readBack", WORDS)
        .post(PAGE + "/takeover")
        .then()
        .statusCode(409)
        .body(containsString("You are not on duty"))
        .body(containsString("<details open>"))
        .body(containsString(WORDS + "</textarea>"));
  }

  @Test
  void a_hold_ends_at_a_time_of_the_readers_zone() {
    House.answers("POST " + LEDGER + "/hold", "{}");
    Instant end = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(2, ChronoUnit.HOURS);
    String local = LocalDateTime.ofInstant(end, ZoneId.of("America/New_York")).toString();

    kim()
        .formParam("until", local)
        .post(PAGE + "/hold")
        .then()
        .statusCode(303)
        .header("Location", endsWith(PAGE));

    assertThat(House.written().getLast().body()).isEqualTo("{\"until\":\"" + end + "\"}");
  }

  @Test
  void a_hold_that_is_refused_or_no_time_at_all_comes_back_with_what_was_entered() {
    House.refuses("POST " + LEDGER + "/hold", 400, "A hold ends in the future", "");

    kim()
        .formParam("until", "2026-01-01T10:00")
        .post(PAGE + "/hold")
        .then()
        .statusCode(400)
        .body(containsString("A hold ends in the future"))
        .body(containsString("value=\"2026-01-01T10:00\""));
    kim()
        .formParam("until", "soon")
        .post(PAGE + "/hold")
        .then()
        .statusCode(400)
        .body(containsString("This date and time cannot be read."));
    assertThat(House.written()).hasSize(1);
  }

  @Test
  void who_is_no_tam_takes_over_nothing() {
    assertThat(as("manager-mia", "manager").get(PAGE).asString())
        .contains("is accountable since")
        .doesNotContain("Take over", "Hold until");
  }
}
