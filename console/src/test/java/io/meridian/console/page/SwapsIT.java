package io.meridian.console.page;

import static io.meridian.console.page.Session.kim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.meridian.console.stub.Calendars;
import io.meridian.console.stub.House;
import io.meridian.console.stub.Stories;
import io.meridian.console.stub.StubServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asking somebody to take a shift, and answering. */
@QuarkusTest
@QuarkusTestResource(StubServer.class)
class SwapsIT {
  private static final String SWAP =
      """
      {"id":"00000000-0000-4000-8000-000000000001","asker":{"id":"tam-kim","name":"Kim Carter"},
      "asked":{"id":"tam-ewa","name":"Ewa Nowak"},"shift":{"id":"00000000-0000-4000-8000-000000000001","region":"AMER",
      "start":"2031-01-04T15:00:00Z","end":"2031-01-04T23:00:00Z"},"inExchangeFor":null,"reason":null,"status":"ASKED",
      "expiresAt":"2031-01-04T15:00:00Z","answer":null}""";

  @BeforeEach
  void arrange() {
    House.reset();
    Calendars.swaps();
    Calendars.explanation();
  }

  private static String notice(Response answer) {
    answer.then().statusCode(303).header("Location", endsWith("/calendar/swaps"));
    return kim().cookie("notice", answer.cookie("notice")).get("/calendar/swaps").asString();
  }

  @Test
  void the_page_says_who_asks_whom_and_how_others_ended() {
    kim()
        .get("/calendar/swaps")
        .then()
        .statusCode(200)
        .body(containsString("Ewa Nowak asks Kim Carter"))
        .body(containsString("/calendar/swaps/" + Stories.id(1) + "/acceptance"))
        .body(containsString("/calendar/swaps/" + Stories.id(2) + "/cancellation"))
        .body(containsString("declined: "))
        .body(containsString("away that week"));
    assertThat(kim().get("/calendar/swaps").asString())
        .doesNotContain(Stories.id(2) + "/acceptance", Stories.id(1) + "/cancellation");
  }

  @Test
  void a_silent_service_is_said_to_be_silent() {
    House.answers("GET /api/v1/swap-requests", 503, 0, "{}");

    kim().get("/calendar/swaps").then().statusCode(200).body(containsString("does not answer"));
  }

  @Test
  void somebody_is_asked_for_a_shift() {
    House.answers("POST /api/v1/swap-requests", 201, 0, SWAP);

    Response answer =
        kim()
            .formParam("shift", Stories.id(1))
            .formParam("tam", "tam-ewa")
            .formParam("reason", "dentist")
            .post("/calendar/swaps");

    assertThat(House.written().getLast().body())
        .contains(Stories.id(1), "\"tam\":\"tam-ewa\"", "\"reason\":\"dentist\"");
    assertThat(notice(answer))
        .contains("Ewa Nowak is asked. Until they take it the shift is yours.");
  }

  @Test
  void who_cannot_take_it_is_said_on_the_page_of_the_shift() {
    House.refuses("POST /api/v1/swap-requests", 422, "/tam: is on leave then", "");

    kim()
        .formParam("shift", Stories.id(1))
        .formParam("tam", "tam-ewa")
        .post("/calendar/swaps")
        .then()
        .statusCode(422)
        .body(containsString("is on leave then"))
        .body(containsString("Whom do you ask?"));
  }

  @Test
  void whoever_is_asked_takes_it_or_says_no_and_whoever_asked_takes_it_back() {
    for (String end : new String[] {"acceptance", "decline", "cancellation"}) {
      House.answers("POST /api/v1/swap-requests/" + Stories.id(1) + "/" + end, SWAP);
    }
    String swap = "/calendar/swaps/" + Stories.id(1);

    assertThat(notice(kim().post(swap + "/acceptance")))
        .contains("The shift is theirs who took it");
    assertThat(notice(kim().formParam("reason", "away").post(swap + "/decline")))
        .contains("You said no.");
    assertThat(House.written().getLast().body()).isEqualTo("{\"reason\":\"away\"}");
    assertThat(notice(kim().post(swap + "/cancellation"))).contains("The request is taken back.");
  }

  @Test
  void what_is_over_is_refused_in_the_services_words() {
    House.refuses(
        "POST /api/v1/swap-requests/" + Stories.id(1) + "/acceptance",
        409,
        "The request is expired already",
        "");

    assertThat(notice(kim().post("/calendar/swaps/" + Stories.id(1) + "/acceptance")))
        .contains("The request is expired already");
  }
}
