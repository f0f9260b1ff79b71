package io.meridian.console.page;

import static io.meridian.console.page.Session.as;
import static io.meridian.console.page.Session.kim;
import static io.meridian.console.page.Session.nobody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.meridian.console.stub.House;
import io.meridian.console.stub.Stories;
import io.meridian.console.stub.StubServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One's own settings. */
@QuarkusTest
@QuarkusTestResource(StubServer.class)
class MeIT {
  private static final String FEED =
      """
      {"id":"00000000-0000-4000-8000-000000000008","scope":"TAM","subject":"tam-kim","path":%s,
      "createdBy":"tam-kim","createdAt":"2026-11-01T08:00:00Z"}""";

  @BeforeEach
  void arrange() {
    House.reset();
    Stories.shiftChange();
  }

  @ParameterizedTest(name = "{0} is shown as {1}")
  @CsvSource({
    "kim.carter@example.com, k…@example.com",
    "https://hooks.example.com/services/T1/secret, https://hooks.example.com/…",
    "+48600100200, …",
    ", …"
  })
  void of_an_address_its_ends_are_shown(String address, String shown) {
    assertThat(MeResource.masked(address)).isEqualTo(shown);
  }

  @Test
  void a_picked_theme_is_kept_and_nonsense_is_none() {
    String theme = kim().formParam("theme", "dark").post("/me/theme").cookie("theme");
    assertThat(kim().cookie("theme", theme).get("/me").asString()).contains("data-theme=\"dark\"");
    assertThat(kim().formParam("theme", "\"><b>").post("/me/theme").cookie("theme"))
        .isEqualTo("system");
  }

  @Test
  void keys_can_be_switched_off() {
    String keys = kim().formParam("keys", "off").post("/me/keys").cookie("keys");
    assertThat(kim().cookie("keys", keys).get("/me").asString())
        .contains("data-keys=\"off\"", "Switch keys on");
  }

  @Test
  void a_channel_is_tried_and_what_became_of_it_is_said() {
    String test = "POST /api/v1/me/channels/1/test";
    House.answers(test, 200, 0, "{\"kind\":\"EMAIL\",\"target\":\"example.com\",\"taken\":true}");
    kim().get("/me").then().body(containsString("Send me a test"));
    kim()
        .formParam("channel", "1")
        .post("/me/channel-test")
        .then()
        .statusCode(200)
        .body(containsString("Taken by the provider"))
        .body(containsString("example.com"));

    House.answers(
        test,
        200,
        0,
        "{\"kind\":\"SLACK\",\"target\":\"x\",\"taken\":false,\"failure\":\"410 <b>Gone</b>\"}");
    kim()
        .post("/me/channel-test")
        .then()
        .body(containsString("Not sent:"))
        .body(containsString("410 &lt;b&gt;Gone"));

    House.answers(test, 429, 0, "{\"status\":429,\"detail\":\"Again in 9 seconds\"}");
    kim()
        .post("/me/channel-test")
        .then()
        .statusCode(200)
        .body(containsString("Again in 9 seconds"));
  }

  @Test
  void the_address_of_ones_shifts_is_told_once() {
    House.answers(
        "POST /api/v1/calendar/feeds", 201, 0, FEED.formatted("\"/api/v1/calendar/s3cret.ics\""));
    kim()
        .post("/me/calendar-link")
        .then()
        .statusCode(200)
        .body(containsString("/api/v1/calendar/s3cret.ics"));
    assertThat(House.written().getLast().body()).contains("\"TAM\"", "\"tam-kim\"");
    kim().get("/me").then().body(not(containsString("s3cret")));
  }

  @Test
  void an_address_that_others_may_know_is_given_anew_or_revoked() {
    String feed = "/me/calendar-link/" + Stories.id(8);
    Stories.list("GET /api/v1/calendar/feeds", List.of(FEED.formatted("null")));
    House.answers(
        "POST /api/v1/calendar/feeds/" + Stories.id(8) + "/reset",
        FEED.formatted("\"/api/v1/calendar/an0ther.ics\""));
    House.answers("DELETE /api/v1/calendar/feeds/" + Stories.id(8), 204, 0, "");

    kim().get("/me").then().body(containsString("Your shifts")).body(containsString(feed));
    kim().post(feed + "/reset").then().statusCode(200).body(containsString("an0ther.ics"));
    String notice =
        kim().post(feed + "/revocation").then().statusCode(303).extract().cookie("notice");
    kim()
        .cookie("notice", notice)
        .get("/me")
        .then()
        .body(containsString("The address is found no more."));
  }

  @Test
  void a_head_of_region_without_an_entry_logs_in_by_name_and_zone_and_sees_what_they_manage() {
    String person =
        "{\"id\":\"manager-mia\",\"name\":\"Mia <Ito>\",\"zone\":\"Asia/Tokyo\","
            + "\"email\":\"mia@example.com\",\"manages\":[\"APAC\",\"EMEA\"],\"onRoster\":false}";
    House.answers("GET /api/v1/persons/manager-mia", person);
    House.answers("GET /api/v1/me", "{\"tam\":null,\"leads\":[],\"person\":" + person + "}");

    String session = nobody().formParam("as", "manager-mia").post("/login").cookie("meridian");
    assertThat(nobody().cookie("meridian", session).get("/me").asString())
        .contains("Mia &lt;Ito&gt;</bdi></strong> · Tokyo")
        .contains("<dt>You manage</dt><dd>APAC</dd><dd>EMEA</dd>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "observer", "auditor"})
  void who_is_known_by_their_token_alone_sees_that(String role) {
    House.answers("GET /api/v1/me", "{\"tam\":null,\"leads\":[],\"person\":null}");
    as("nobody-nik", role)
        .get("/me")
        .then()
        .statusCode(200)
        .body(containsString("<dd>nobody-nik</dd>"))
        .body(not(containsString("You manage")));
  }

  @Test
  void who_has_no_entry_in_the_calendar_is_told_so() {
    as("manager-mia", "manager")
        .get("/me")
        .then()
        .statusCode(200)
        .body(containsString("The calendar has no entry of you"))
        .body(not(containsString("Make an address")));
  }
}
