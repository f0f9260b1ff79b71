package io.meridian.handoff.ledger.api;

import static io.meridian.handoff.ledger.application.Stage.at;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.meridian.events.EscalationState;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.ledger.application.EscalationFollower;
import io.meridian.handoff.ledger.application.Ledger;
import io.meridian.handoff.ledger.application.LedgerDatabase;
import io.meridian.handoff.ledger.application.QuietProfile;
import io.meridian.handoff.ledger.application.Stage;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuietProfile.class)
@WithTestResource(MeridianServers.class)
class AccountabilityIT {
  private static final String PATH = "/api/v1/accountability/";

  @Inject Transactions transactions;
  @Inject Ledger ledger;
  @Inject EscalationFollower follower;
  @Inject MovableClock clock;
  @Inject Pool pool;

  private final UUID id = UUID.randomUUID();
  private final EscalationState open = Stage.opened(id, "ESC-1042", at("10:00"));

  @BeforeEach
  void emea_has_one_since_ten() {
    LedgerDatabase database = new LedgerDatabase(pool);
    database.clear();
    database.calendar();
    database.roster(Stage.shifts());
    clock.set(at("10:00"));
    follow(open);
  }

  @AfterEach
  void real_time_again() {
    clock.run();
  }

  @Test
  void the_ledger_of_an_attended_escalation_has_one_interval_and_no_gap() {
    clock.set(at("12:00"));

    read(id.toString())
        .body("escalationId", equalTo(id.toString()))
        .body("opened", equalTo("2026-03-07T10:00:00Z"))
        .body("closed", nullValue())
        .body("intervals", hasSize(1))
        .body("intervals[0].tam.id", equalTo("emea-0"))
        .body("intervals[0].tam.name", equalTo("Name of emea-0"))
        .body("intervals[0].region", equalTo("EMEA"))
        .body("intervals[0].start", equalTo("2026-03-07T10:00:00Z"))
        .body("intervals[0].end", nullValue())
        .body("intervals[0].basis", equalTo("ASSIGNED"))
        .body("holds", hasSize(0))
        .body("attended", hasSize(1))
        .body("attended[0].start", equalTo("2026-03-07T10:00:00Z"))
        .body("attended[0].end", equalTo("2026-03-07T12:00:00Z"))
        .body("gaps", hasSize(0));
  }

  @Test
  void a_gap_that_is_open_reaches_to_now() {
    settle("15:00");
    clock.set(at("15:04"));

    read("ESC-1042")
        .body("attended.end", contains("2026-03-07T15:00:00Z"))
        .body("gaps.start", contains("2026-03-07T15:00:00Z"))
        .body("gaps.end", contains("2026-03-07T15:04:00Z"))
        .body("gaps.cause", contains("UNACCEPTED_HANDOFF"));
  }

  @Test
  void attended_and_gaps_end_where_the_escalation_closed() {
    settle("15:00");
    clock.set(at("16:00"));
    follow(Stage.closed(open, at("15:30")));

    read(id.toString())
        .body("closed", equalTo("2026-03-07T15:30:00Z"))
        .body("intervals.end", contains("2026-03-07T15:30:00Z"))
        .body("gaps.end", contains("2026-03-07T15:30:00Z"));
  }

  @Test
  void after_a_reopening_the_ledger_is_that_of_the_new_span() {
    clock.set(at("12:00"));
    EscalationState closed = Stage.closed(open, at("11:00"));
    follow(closed);
    follow(Stage.reopened(closed, at("12:00")));
    clock.set(at("12:30"));

    read(id.toString())
        .body("opened", equalTo("2026-03-07T12:00:00Z"))
        .body("closed", nullValue())
        .body("intervals.start", contains("2026-03-07T12:00:00Z"))
        .body("attended.start", contains("2026-03-07T12:00:00Z"))
        .body("spans.closed", contains(equalTo("2026-03-07T11:00:00Z"), nullValue()));
  }

  @Test
  void an_on_duty_tam_takes_over_at_once_and_ends_the_gap() {
    settle("15:00");
    clock.set(at("15:04"));

    post("takeover", Tokens.tam("amer-0"), null)
        .statusCode(200)
        .body("intervals.tam.id", contains("emea-0", "amer-0"))
        .body("intervals.basis", contains("ASSIGNED", "TAKEOVER"))
        .body("intervals[1].start", equalTo("2026-03-07T15:04:00Z"))
        .body("intervals[1].region", equalTo("AMER"))
        .body("gaps.end", contains("2026-03-07T15:04:00Z"));
  }

  @Test
  void a_takeover_needs_no_body_and_no_media_type() throws Exception {
    clock.set(at("15:04"));
    HttpRequest bare =
        HttpRequest.newBuilder(
                URI.create(RestAssured.baseURI + ":" + RestAssured.port + PATH + id + "/takeover"))
            .header("Authorization", "Bearer " + Tokens.tam("amer-0"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();

    assertThat(
            HttpClient.newHttpClient()
                .send(bare, HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void taking_over_twice_is_taking_over_once() {
    clock.set(at("15:04"));
    post("takeover", Tokens.tam("amer-0"), null).statusCode(200).header("ETag", equalTo("\"2\""));
    clock.set(at("15:05"));

    post("takeover", Tokens.tam("amer-0"), null)
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("intervals", hasSize(2));
  }

  @Test
  void who_is_off_duty_may_not_take_over() {
    post("takeover", Tokens.tam("apac-0"), null).statusCode(403);

    read(id.toString()).body("intervals", hasSize(1));
  }

  @Test
  void a_hold_makes_the_accountable_count_as_attending_off_duty() {
    clock.set(at("14:55"));
    post("hold", Tokens.tam("emea-0"), "{\"until\":\"2026-03-07T15:30:00Z\"}")
        .statusCode(200)
        .body("holds.tam.id", contains("emea-0"))
        .body("holds.start", contains("2026-03-07T14:55:00Z"))
        .body("holds.end", contains("2026-03-07T15:30:00Z"));
    settle("15:00");
    settle("15:30");
    clock.set(at("16:00"));

    read(id.toString()).body("gaps.start", contains("2026-03-07T15:30:00Z"));
  }

  @Test
  void only_the_accountable_may_hold_and_only_into_the_near_future() {
    String soon = "{\"until\":\"2026-03-07T15:30:00Z\"}";
    post("hold", Tokens.tam("amer-0"), soon).statusCode(403);
    post("hold", Tokens.tam("emea-0"), "{\"until\":\"2026-03-07T09:00:00Z\"}")
        .statusCode(400)
        .body("errors.pointer", contains("/until"));
    post("hold", Tokens.tam("emea-0"), "{\"until\":\"2026-03-09T09:00:00Z\"}").statusCode(400);
    post("hold", Tokens.tam("emea-0"), "{}")
        .statusCode(400)
        .body("errors.pointer", contains("/until"));
    post("hold", Tokens.tam("emea-0"), "{\"until\":\"soon\"}").statusCode(400);
  }

  @Test
  void a_manager_reassigns_to_anybody_at_work() {
    clock.set(at("12:00"));
    post("reassignment", Tokens.manager(), "{\"tam\":\"amer-1\",\"reason\":\"knows the customer\"}")
        .statusCode(200)
        .body("intervals.tam.id", contains("emea-0", "amer-1"))
        .body("intervals.basis", contains("ASSIGNED", "REASSIGNED"))
        .body("intervals[1].region", equalTo("AMER"))
        .body("intervals[1].reason", equalTo("knows the customer"))
        .body("intervals[1].decidedBy.id", equalTo("manager-mia"));
    clock.set(at("12:10"));

    read(id.toString()).body("gaps.start", contains("2026-03-07T12:00:00Z"));
  }

  @Test
  void the_lead_of_the_region_in_which_it_is_held_reassigns_it_too() {
    clock.set(at("12:00"));
    String order = "{\"tam\":\"amer-1\",\"reason\":\"knows the customer\"}";
    post("reassignment", Tokens.tam("amer-lead"), order)
        .statusCode(403)
        .body("detail", containsString("held in EMEA: Name of emea-lead, who leads it"));
    post("reassignment", Tokens.tam("emea-lead"), order).statusCode(200);

    post("reassignment", Tokens.tam("emea-lead"), order)
        .statusCode(200)
        .body("intervals.tam.id", contains("emea-0", "amer-1"));
  }

  @Test
  void a_reassignment_needs_a_known_tam_a_reason_and_who_may() {
    post("reassignment", Tokens.manager(), "{\"tam\":\"nobody\",\"reason\":\"x\"}")
        .statusCode(400)
        .body("errors.pointer", contains("/tam"));
    post("reassignment", Tokens.manager(), "{\"tam\":\"emea-1\"}")
        .statusCode(400)
        .body("errors.pointer", contains("/reason"));
    post("reassignment", Tokens.tam("emea-0"), "{\"tam\":\"emea-1\",\"reason\":\"x\"}")
        .statusCode(403);
  }

  @Test
  void a_closed_escalation_is_nobodys_to_move() {
    clock.set(at("12:00"));
    follow(Stage.closed(open, at("11:00")));

    post("takeover", Tokens.tam("emea-0"), null)
        .statusCode(409)
        .contentType(containsString("application/problem+json"))
        .body("type", containsString("escalation-closed"));
    post("hold", Tokens.tam("emea-0"), "{\"until\":\"2026-03-07T15:30:00Z\"}").statusCode(409);
    post("reassignment", Tokens.manager(), "{\"tam\":\"emea-1\",\"reason\":\"x\"}").statusCode(409);
  }

  @Test
  void an_unknown_escalation_is_not_found() {
    given().auth().oauth2(Tokens.manager()).get(PATH + UUID.randomUUID()).then().statusCode(404);
    given().auth().oauth2(Tokens.manager()).get(PATH + "ESC-9").then().statusCode(404);
    given()
        .auth()
        .oauth2(Tokens.tam("emea-0"))
        .contentType("application/json")
        .post(PATH + "ESC-9/takeover")
        .then()
        .statusCode(404);
    given().get(PATH + id).then().statusCode(401);
  }

  @Test
  void a_tam_sees_what_they_are_accountable_for_now() {
    follow(Stage.opened(UUID.randomUUID(), "ESC-1043", at("10:00")));

    String cursor =
        given()
            .auth()
            .oauth2(Tokens.tam("emea-0"))
            .get(PATH + "?limit=1")
            .then()
            .statusCode(200)
            .body("items", hasSize(1))
            .body("items[0].tam.id", equalTo("emea-0"))
            .body("items[0].title", equalTo("Checkout is down"))
            .extract()
            .path("nextCursor");
    given()
        .auth()
        .oauth2(Tokens.tam("emea-0"))
        .get(PATH + "?limit=1&cursor=" + cursor)
        .then()
        .body("items", hasSize(1))
        .body("nextCursor", nullValue());
    given()
        .auth()
        .oauth2(Tokens.manager())
        .get(PATH + "?tam=amer-0")
        .then()
        .body("items", hasSize(0));
  }

  private ValidatableResponse read(String idOrShortId) {
    return given().auth().oauth2(Tokens.manager()).get(PATH + idOrShortId).then().statusCode(200);
  }

  private ValidatableResponse post(String deed, String token, @Nullable String body) {
    var request = given().auth().oauth2(token).contentType("application/json");
    return (body == null ? request : request.body(body)).post(PATH + id + "/" + deed).then();
  }

  private void follow(EscalationState state) {
    transactions
        .write(unit -> follower.follow(unit, List.of(state)))
        .await()
        .atMost(Duration.ofSeconds(60));
  }

  private void settle(String time) {
    Instant boundary = at(time);
    clock.set(boundary);
    transactions
        .write(
            unit ->
                ledger.settle(
                    unit, boundary, Roster.of(Stage.shifts()), Set.of(), Optional.empty()))
        .await()
        .atMost(Duration.ofSeconds(60));
  }
}
