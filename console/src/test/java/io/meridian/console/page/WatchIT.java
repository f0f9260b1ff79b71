package io.meridian.console.page;

import static io.meridian.console.page.Session.kim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.meridian.console.stub.House;
import io.meridian.console.stub.House.Asked;
import io.meridian.console.stub.Stories;
import io.meridian.console.stub.StubServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What crews keep an eye on, and what they leave each other to be known. */
@QuarkusTest
@QuarkusTestResource(StubServer.class)
class WatchIT {
  private static final String ITEM = Stories.id(60);
  private static final String API = "/api/v1/watch-items";
  private static final String NOTE = "/shift-changes/" + Stories.id(3) + "/note";

  @BeforeEach
  void arrange() {
    House.reset();
    Stories.shiftChange();
    Stories.customers();
  }

  private static Response shift() {
    return kim().get("/shift");
  }

  @Test
  void my_shift_shows_what_is_watched_what_to_do_and_who_knows_it() {
    shift()
        .then()
        .body(containsString("Keep an eye on (2)"))
        .body(containsString("The portal moves to a new database"))
        .body(containsString("Maple Health"))
        .body(containsString("If it happens: <bdi dir=\"auto\">Open a SEV1"))
        .body(containsString("Until <time datetime"))
        .body(containsString("known to <bdi>Noëlle Roy (AMER)"))
        .body(containsString("/watch/" + ITEM + "/confirmation"))
        .body(not(containsString("/watch/" + Stories.id(61) + "/confirmation")));
  }

  @Test
  void one_tap_confirms_opens_or_ends_it() {
    House.answers("POST " + API + "/" + ITEM + "/confirmation", "{}");
    House.answers("POST " + API + "/" + ITEM + "/escalation", "{}");
    House.answers("DELETE " + API + "/" + ITEM, 204, 0, "");

    said(kim().post("/watch/" + ITEM + "/confirmation"), "your crew watches it");
    said(
        kim().formParam("severity", "SEV1").post("/watch/" + ITEM + "/escalation"),
        "An escalation is being opened.");
    said(kim().post("/watch/" + ITEM + "/withdrawal"), "It is watched no more.");

    assertThat(House.written())
        .extracting(Asked::line)
        .containsExactly(
            "POST " + API + "/" + ITEM + "/confirmation",
            "POST " + API + "/" + ITEM + "/escalation",
            "DELETE " + API + "/" + ITEM);
    assertThat(House.written().get(1).body()).isEqualTo("{\"severity\":\"SEV1\"}");
  }

  private static void said(Response act, String words) {
    act.then().statusCode(303).header("Location", endsWith("/shift"));
    assertThat(kim().cookie("notice", act.cookie("notice")).get("/shift").asString())
        .contains(words);
  }

  @Test
  void what_is_over_meanwhile_says_so() {
    House.refuses(
        "POST " + API + "/" + ITEM + "/confirmation", 409, "It is not watched any more.", "");

    said(kim().post("/watch/" + ITEM + "/confirmation"), "It is not watched any more.");
  }

  @Test
  void something_new_is_watched_from_a_form_in_the_readers_zone() {
    House.answers("POST " + API, 201, 0, "{}");
    kim()
        .get("/watch")
        .then()
        .statusCode(200)
        .body(containsString("Maple Health</option>"))
        .body(containsString("Until (New York time)"));

    said(
        kim()
            .formParam("customer", Stories.id(8))
            .formParam("what", "Migration")
            .formParam("whatIf", "Call Helena")
            .formParam("from", "")
            .formParam("until", "2027-01-04T07:00")
            .post("/watch"),
        "Every crew that comes will be told.");

    assertThat(House.written())
        .singleElement()
        .extracting(Asked::body)
        .isEqualTo(
            "{\"customerId\":\"%s\",\"what\":\"Migration\",\"whatIf\":\"Call Helena\",\"until\":\"2027-01-04T12:00:00Z\"}"
                .formatted(Stories.id(8)));
  }

  @Test
  void what_cannot_be_meant_comes_back_with_the_reason_and_what_was_written() {
    House.refuses("POST " + API, 400, "The end is in the past", "");
    for (String until : new String[] {"2020-01-04T07:00", "soon"}) {
      kim()
          .formParam("customer", Stories.id(8))
          .formParam("what", "Migration <b>")
          .formParam("whatIf", "Call Helena")
          .formParam("until", until)
          .post("/watch")
          .then()
          .statusCode(400)
          .body(containsString("Migration &lt;b&gt;"))
          .body(containsString("selected>Aurora Air"))
          .body(containsString(until.equals("soon") ? "cannot be read" : "The end is in the past"));
    }
    House.answers("GET /api/v1/customers", 503, 0, "{}");
    kim().get("/watch").then().body(containsString("customer-service does not answer"));
  }

  @Test
  void the_crew_before_has_left_a_note_and_ones_own_is_written_in_versions() {
    shift()
        .then()
        .body(containsString("Aurora Air asks for a call"))
        .body(containsString("Lisbon is calm.</textarea>"))
        .body(containsString("name=\"version\" value=\"2\""));

    House.answers("PUT /api/v1" + NOTE, "{}");
    said(
        kim().formParam("version", "2").formParam("text", "Calm.").post(NOTE), "The note is saved");
    Asked written = House.written().getFirst();
    assertThat(written.ifMatch()).isEqualTo("\"2\"");
    assertThat(written.body()).isEqualTo("{\"text\":\"Calm.\"}");
  }

  @Test
  void a_note_that_somebody_else_changed_meanwhile_keeps_ones_words() {
    House.refuses("PUT /api/v1" + NOTE, 412, "It was changed meanwhile", "");
    kim()
        .formParam("version", "1")
        .formParam("text", "My own words")
        .post(NOTE)
        .then()
        .statusCode(412)
        .body(containsString("It was changed meanwhile"))
        .body(containsString("My own words</textarea>"))
        .body(containsString("name=\"version\" value=\"2\""));
  }
}
