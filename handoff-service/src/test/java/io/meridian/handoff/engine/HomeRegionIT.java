package io.meridian.handoff.engine;

import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.EscalationStatus;
import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lives in a region, over a real database: it rests, is handed over there, or rises. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class HomeRegionIT {
  @Inject MovableClock clock;
  @Inject Pool pool;

  private Scene scene;
  private UUID escalation;

  @BeforeEach
  void emma_has_a_case_that_lives_in_emea() {
    scene = new Scene(clock, pool);
    scene.begin("09:00", CalendarText.followTheSun());
    escalation = scene.openAtHome("EMEA", Severity.SEV3, "09:00");
  }

  @AfterEach
  void close() {
    assertThat(recomputed().getList("items")).isEmpty();
    scene.close();
  }

  @Test
  void it_rests_at_night_and_is_attended_in_the_morning_and_nobody_is_asked() {
    for (String time : List.of("14:30", "15:00", "16:17", "23:00", "+07:00", "+07:17", "+09:00")) {
      scene.goTo(time);
    }
    assertThat(scene.handoffs(escalation)).isEmpty();
    assertThat(scene.gaps(escalation)).isEmpty();
    assertThat(rests()).containsExactly("15:00 07:00 HOME_HOURS");
    JsonPath ledger = scene.get("/api/v1/accountability/" + escalation);
    assertThat(ledger.getString("serviceHours")).isEqualTo("HOME_REGION");
    assertThat(ledger.getString("homeRegion")).isEqualTo("EMEA");
    assertThat(ledger.getList("resting.start")).containsExactly("2026-03-09T15:00:00Z");
    assertThat(ledger.getList("resting.end")).containsExactly("2026-03-10T07:00:00Z");
    assertThat(ledger.getList("attended.start"))
        .containsExactly("2026-03-09T09:00:00Z", "2026-03-10T07:00:00Z");
    assertThat(ledger.getList("gaps")).isEmpty();
  }

  @Test
  void its_rest_is_exact_when_it_is_read_though_not_written_down_yet() {
    scene.goTo("15:00");
    scene.jump("15:05");
    JsonPath ledger = scene.get("/api/v1/accountability/" + escalation);
    assertThat(ledger.getList("resting.start")).containsExactly("2026-03-09T15:00:00Z");
    assertThat(ledger.getList("resting.end")).containsExactly("2026-03-09T15:05:00Z");
    assertThat(rests()).isEmpty();
    scene.goTo("15:17");
    assertThat(rests()).containsExactly("15:00 open HOME_HOURS");
  }

  @Test
  void when_its_tam_goes_on_leave_it_is_handed_over_at_home() {
    scene.change(
        CalendarText.followTheSun()
            .leave("emma", Scene.at("12:00"), Scene.at("12:00").plusSeconds(604_800)));
    scene.goTo("11:30");
    scene.goTo("12:00");
    JsonPath handoff = scene.handoff(escalation);
    assertThat(handoff.getString("to.region")).isEqualTo("EMEA");
    assertThat(handoff.getString("to.tam.id")).isEqualTo("noah");
    scene.accept(handoff.getString("id"), "noah").then().statusCode(200);
    assertThat(scene.accountable(escalation, "12:00")).isEqualTo("noah HANDOFF");
    scene.goTo("16:00");
    assertThat(scene.gaps(escalation)).isEmpty();
  }

  @Test
  void unaccepted_at_home_it_is_a_gap_while_somebody_is_there_and_rests_when_nobody_is() {
    scene.change(
        CalendarText.followTheSun()
            .leave("emma", Scene.at("12:00"), Scene.at("12:00").plusSeconds(604_800)));
    for (String time : List.of("11:30", "12:00", "12:15", "15:00", "16:17")) {
      scene.goTo(time);
    }
    assertThat(scene.gaps(escalation)).containsExactly("12:00 15:00 OFF_ROSTER");
    assertThat(rests()).containsExactly("15:00 open HOME_HOURS");
  }

  @Test
  void its_briefing_says_since_when_it_rests_and_when_it_did_last() {
    scene.change(
        CalendarText.followTheSun()
            .leave("emma", Scene.at("12:00"), Scene.at("12:00").plusSeconds(604_800)));
    scene.goTo("11:30");
    assertThat(resting().getString("cause")).isNull();
    for (String time : List.of("12:00", "12:15", "15:00")) {
      scene.goTo(time);
    }
    scene.jump("15:05");
    assertThat(resting().getString("cause")).isEqualTo("HOME_HOURS");
    assertThat(resting().getString("start")).isEqualTo("2026-03-09T15:00:00Z");
    assertThat(resting().getString("end")).isNull();
    scene.goTo("+07:00");
    assertThat(resting().getString("end")).isEqualTo("2026-03-10T07:00:00Z");
    scene.accept(newestHandoff(), "noah").then().statusCode(200);
    assertThat(resting().getString("end")).isEqualTo("2026-03-10T07:00:00Z");
  }

  private String newestHandoff() {
    return scene.handoffs(escalation).getLast().get("id").toString();
  }

  private JsonPath resting() {
    String briefing = "/api/v1/handoffs/" + newestHandoff() + "/briefing";
    return scene.get(briefing).setRootPath("facts.resting");
  }

  @Test
  void raised_at_night_it_is_assigned_anew_and_who_was_off_duty_hears_it() {
    scene.goTo("15:00");
    scene.goTo("20:00");
    scene.serve(escalation, ServiceHours.FOLLOW_THE_SUN, EscalationStatus.OPEN, 2);
    assertThat(scene.accountable(escalation, "20:00")).isEqualTo("zoe ASSIGNED");
    assertThat(rests()).containsExactly("15:00 20:00 HOME_HOURS");
    await().until(() -> !scene.messages(escalation, "PASSED_ON", "emma").isEmpty());
    await().until(() -> !scene.messages(escalation, "ASSIGNED", "zoe").isEmpty());
    scene.goTo("22:30");
    assertThat(scene.handoff(escalation).getString("to.region")).isEqualTo("APAC");
  }

  @Test
  void resolved_during_an_offer_it_rests_and_reopened_it_is_offered_again() {
    scene.serve(escalation, ServiceHours.FOLLOW_THE_SUN, EscalationStatus.OPEN, 2);
    scene.goTo("14:30");
    scene.goTo("14:40");
    scene.serve(escalation, ServiceHours.FOLLOW_THE_SUN, EscalationStatus.RESOLVED, 3);
    assertThat(scene.handoff(escalation).getString("state")).isEqualTo("CANCELLED");
    assertThat(scene.handoff(escalation).getString("cancelReason")).isEqualTo("RESOLVED");
    assertThat(resting().getString("start")).isEqualTo("2026-03-09T14:40:00Z");
    assertThat(resting().getString("cause")).isEqualTo("RESOLVED");
    scene.goTo("15:00");
    scene.goTo("15:30");
    assertThat(scene.gaps(escalation)).isEmpty();
    assertThat(rests()).containsExactly("14:40 open RESOLVED");
    scene.serve(escalation, ServiceHours.FOLLOW_THE_SUN, EscalationStatus.OPEN, 4);
    assertThat(scene.accountable(escalation, "15:30")).isEqualTo("zoe ASSIGNED");
    assertThat(rests()).containsExactly("14:40 15:30 RESOLVED");
  }

  @Test
  void lowered_during_an_offer_it_stays() {
    scene.serve(escalation, ServiceHours.FOLLOW_THE_SUN, EscalationStatus.OPEN, 2);
    scene.goTo("14:30");
    scene.goTo("14:40");
    scene.serve(escalation, ServiceHours.HOME_REGION, EscalationStatus.OPEN, 3);
    assertThat(scene.handoff(escalation).getString("cancelReason")).isEqualTo("STAYS");
    scene.goTo("15:00");
    scene.goTo("15:17");
    assertThat(rests()).containsExactly("15:00 open HOME_HOURS");
  }

  @Test
  void what_was_open_before_there_were_rests_is_served_within_the_hour() {
    scene.sql("delete from regime where escalation_id = $1", escalation);
    scene.sql("delete from accountability_fact where escalation_id = $1", escalation);
    scene.sql(
        "update accountability set travels = true, lives_in = null where escalation_id = $1",
        escalation);
    scene.sql(
        "update escalation set unserved = true, service_hours = null, ledger_revision = 0"
            + " where id = $1",
        escalation);
    scene.goTo("09:17");
    assertThat(
            scene
                .sql(
                    "select hours || ' ' || home as said from regime where escalation_id = $1",
                    escalation)
                .iterator()
                .next()
                .getString("said"))
        .isEqualTo("HOME_REGION EMEA");
    scene.sql("delete from escalation where id = $1", escalation);
    scene.forget("accountability, accountability_fact, regime");
  }

  @Test
  void a_gap_in_a_hole_that_was_agreed_to_is_cut_where_the_agreement_begins_and_ends() {
    scene.begin("09:00", CalendarText.people().shift("EMEA", "07:00", "15:00", "emma", "noah"));
    escalation = scene.open(Severity.SEV2, "09:00");
    given()
        .auth()
        .oauth2(Tokens.manager())
        .contentType(ContentType.JSON)
        .body(
            JsonObject.of(
                    "from", "2026-03-09T15:10:00Z", "until", "2026-03-09T15:40:00Z", "why", "fair")
                .encode())
        .post("/api/v1/coverage/agreements")
        .then()
        .statusCode(201);
    for (String time : List.of("15:00", "15:10", "15:40", "15:50")) {
      scene.goTo(time);
    }
    JsonPath ledger = scene.get("/api/v1/accountability/" + escalation);
    assertThat(ledger.getList("gaps.start"))
        .containsExactly("2026-03-09T15:00:00Z", "2026-03-09T15:10:00Z", "2026-03-09T15:40:00Z");
    assertThat(ledger.getList("gaps.agreed")).containsExactly(false, true, false);
  }

  private List<String> rests() {
    RowSet<Row> rows =
        scene.sql(
            "select to_char(lower(during) at time zone 'UTC', 'HH24:MI') || ' ' ||"
                + " coalesce(to_char(upper(during) at time zone 'UTC', 'HH24:MI'), 'open') || ' '"
                + " || cause as said from rest where escalation_id = $1 order by during",
            escalation);
    List<String> rests = new ArrayList<>();
    rows.forEach(row -> rests.add(row.getString("said")));
    return rests;
  }

  /** By the log of events, once all of it has been read back. */
  private static JsonPath recomputed() {
    await().until(() -> recomputation().getList("behind").isEmpty());
    return recomputation();
  }

  private static JsonPath recomputation() {
    return given()
        .auth()
        .oauth2(Tokens.admin())
        .get("/api/v1/accountability/recomputation")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
