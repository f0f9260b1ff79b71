package io.meridian.handoff.calendar.api.roster;

import static io.meridian.handoff.calendar.api.CalendarApi.CALENDAR;
import static io.meridian.handoff.calendar.api.CalendarApi.apply;
import static io.meridian.handoff.calendar.api.CalendarApi.entry;
import static io.meridian.handoff.calendar.api.CalendarApi.followTheSun;
import static io.meridian.handoff.calendar.api.CalendarApi.manager;
import static io.meridian.handoff.calendar.api.CalendarApi.shifts;
import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.events.SwapEvent;
import io.meridian.handoff.Tables;
import io.meridian.handoff.calendar.api.CalendarApi;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.PublishedEvents;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeridianServers.class)
class SwapRequestsIT {

  private static final String SWAPS = "/api/v1/swap-requests";
  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

  @Inject Pool pool;
  @Inject MovableClock clock;

  @BeforeEach
  void followTheSunIsInForce() {
    clock.set(NOW);
    CalendarApi.forgetAll(pool);
    Tables.empty(pool, "swap_request");
    apply(followTheSun());
  }

  @Test
  void an_accepted_swap_is_in_force_at_once() {
    String shift = shift("2026-06-10T07:00:00Z");
    String self =
        ask("tam-eva", shift, "tam-tom")
            .then()
            .statusCode(201)
            .header("Location", containsString(SWAPS))
            .body("status", equalTo("ASKED"))
            .body("asker.name", equalTo("Eva Berg"))
            .body("expiresAt", equalTo("2026-06-04T08:00:00Z"))
            .extract()
            .path("links.self");
    as("tam-tom").get(SWAPS).then().body("items", hasSize(1));
    as("tam-tom")
        .post(self + "/acceptance")
        .then()
        .statusCode(200)
        .body("status", equalTo("ACCEPTED"))
        .body("answeredBy", equalTo("tam-tom"))
        .body("overrides", hasSize(1));
    as("tam-tom").post(self + "/acceptance").then().statusCode(200).body("revision", equalTo(2));
    as("tam-tom")
        .get(CALENDAR)
        .then()
        .header("ETag", "\"2\"")
        .body("overrides.by[0]", equalTo("tam-tom"));
    shifts("2026-06-10T07:00:00Z", "2026-06-10T08:00:00Z", "history")
        .body("items.find{it.region=='EMEA'}.primary.id", equalTo("tam-tom"));
    as("tam-eva")
        .body("{}")
        .post(self + "/cancellation")
        .then()
        .statusCode(409)
        .body("type", endsWith("swap-accepted"));
  }

  @Test
  void only_those_concerned_see_it_and_only_the_right_one_answers() {
    String self = ask("tam-eva", shift("2026-06-10T07:00:00Z"), "tam-tom").path("links.self");
    as("tam-kai").get(self).then().statusCode(404);
    as("tam-kai").get(SWAPS).then().body("items", hasSize(0));
    as("tam-kai").post(self + "/acceptance").then().statusCode(404);
    as("tam-eva").post(self + "/acceptance").then().statusCode(403);
    as("tam-tom").body("{}").post(self + "/cancellation").then().statusCode(403);
    as("tam-kai")
        .body(
            "{\"asker\":\"tam-eva\",\"shift\":\""
                + shift("2026-06-11T07:00:00Z")
                + "\",\"tam\":\"tam-kai\"}")
        .post(SWAPS)
        .then()
        .statusCode(403);
    manager().get(self).then().statusCode(200);
    as("tam-tom")
        .body("{\"reason\":\"away\"}")
        .post(self + "/decline")
        .then()
        .statusCode(200)
        .body("status", equalTo("DECLINED"))
        .body("answer", equalTo("away"));
    as("tam-tom").post(self + "/acceptance").then().statusCode(409);
    given().auth().oauth2(Tokens.integration()).get(self).then().statusCode(403);
  }

  @Test
  void what_cannot_be_swapped_is_not_asked_for() {
    String shift = shift("2026-06-10T07:00:00Z");
    ask("tam-tom", shift, "tam-eva").then().statusCode(409).body("type", endsWith("shift-changed"));
    ask("tam-eva", shift, "tam-eva")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/tam"));
    ask("tam-eva", shift, "tam-ghost")
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("unknown-tam"));
    ask("tam-eva", "00000000-0000-0000-0000-000000000001", "tam-tom")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/shift"));
    as("tam-eva").body("{}").post(SWAPS).then().statusCode(400);
    ask("tam-eva", shift, "tam-tom").then().statusCode(201);
    ask("tam-eva", shift, "tam-tom").then().statusCode(409).body("type", endsWith("already-asked"));
  }

  @Test
  void a_shift_that_changed_meanwhile_and_a_tam_who_may_not_are_refused_at_acceptance() {
    String self = ask("tam-eva", shift("2026-06-10T07:00:00Z"), "tam-tom").path("links.self");
    ObjectNode training = followTheSun();
    entry(training, "tams", 3).put("status", "ONBOARDING");
    apply(training);
    as("tam-tom").post(self + "/acceptance").then().statusCode(403);
    manager()
        .contentType("application/json")
        .post(self + "/acceptance")
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("onboarding"));
    ObjectNode moved = followTheSun();
    entry(moved, "shiftPatterns", 1).put("start", "06:00");
    apply(moved);
    as("tam-tom")
        .post(self + "/acceptance")
        .then()
        .statusCode(409)
        .body("type", endsWith("shift-changed"));
    as("tam-tom").get(self).then().body("status", equalTo("ASKED"));
  }

  @Test
  void of_two_who_are_asked_the_first_has_the_shift() throws Exception {
    apply(withZoe());
    String shift = shift("2026-06-10T07:00:00Z");
    String tom = ask("tam-eva", shift, "tam-tom").path("links.self");
    String zoe = ask("tam-eva", shift, "tam-zoe").path("links.self");
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      Callable<Integer> toms = () -> as("tam-tom").post(tom + "/acceptance").statusCode();
      Callable<Integer> zoes = () -> as("tam-zoe").post(zoe + "/acceptance").statusCode();
      List<Integer> answers =
          both.invokeAll(List.of(toms, zoes)).stream().map(Future::resultNow).toList();
      assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }
    manager()
        .get(SWAPS)
        .then()
        .body("items.findAll{it.status=='ACCEPTED'}", hasSize(1))
        .body("items.findAll{it.status=='CANCELLED'}", hasSize(1));
  }

  @Test
  void what_nobody_answers_expires_and_everything_is_told() {
    String self = ask("tam-eva", shift("2026-06-10T07:00:00Z"), "tam-tom").path("links.self");
    String id = self.substring(self.lastIndexOf('/') + 1);
    clock.set(Instant.parse("2026-06-04T08:00:00Z"));
    as("tam-tom")
        .post(self + "/acceptance")
        .then()
        .statusCode(409)
        .body("type", endsWith("swap-expired"));
    await()
        .untilAsserted(
            () ->
                as("tam-tom")
                    .get(self)
                    .then()
                    .body("status", equalTo("EXPIRED"))
                    .body("answeredAt", equalTo("2026-06-04T08:00:00Z")));
    assertThat(events(id)).containsExactly(SwapEvent.Asked.class, SwapEvent.Expired.class);
  }

  private static List<Class<?>> events(String id) {
    try (PublishedEvents published = new PublishedEvents()) {
      published.await(SwapEvent.Expired.class, id);
      return published.of(SwapEvent.class).stream()
          .filter(event -> event.key().equals(id))
          .<Class<?>>map(Object::getClass)
          .toList();
    }
  }

  private static ObjectNode withZoe() {
    ObjectNode document = followTheSun();
    CalendarApi.add(document, "tams").put("id", "tam-zoe").put("name", "Zoe").put("region", "EMEA");
    return document;
  }

  /** Id of the EMEA shift that covers the instant. */
  private static String shift(String at) {
    return shifts(at, Instant.parse(at).plusSeconds(60).toString(), "history")
        .extract()
        .path("items.find{it.region=='EMEA'}.id");
  }

  private static Response ask(String asker, String shift, String tam) {
    return as(asker).body("{\"shift\":\"" + shift + "\",\"tam\":\"" + tam + "\"}").post(SWAPS);
  }

  private static RequestSpecification as(String tam) {
    return given().auth().oauth2(Tokens.tam(tam)).contentType("application/json");
  }
}
