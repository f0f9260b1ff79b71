package io.meridian.console.page;

import static io.meridian.console.page.Session.as;
import static io.meridian.console.page.Session.kim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.meridian.console.stub.House;
import io.meridian.console.stub.Stories;
import io.meridian.console.stub.StubServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One's own settings. */
@QuarkusTest
@QuarkusTestResource(StubServer.class)
class MeIT {

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
  void the_address_of_ones_shifts_is_told_once() {
    House.answers(
        "POST /api/v1/calendar/feeds",
        201,
        0,
        "{\"id\":\"x\",\"path\":\"/api/v1/calendar/s3cret.ics\"}");
    kim()
        .post("/me/calendar-link")
        .then()
        .statusCode(200)
        .body(containsString("/api/v1/calendar/s3cret.ics"));
    assertThat(House.written().getLast().body()).contains("\"TAM\"", "\"tam-kim\"");
    kim().get("/me").then().body(not(containsString("s3cret")));
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
