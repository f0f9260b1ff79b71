package io.meridian.handoff.engine;

import static io.meridian.handoff.engine.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.Severity;
import io.meridian.runtime.sql.Columns;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shift changes with holes, overlaps, empty shifts, edits of the roster, and late news. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class DisturbedShiftChangeIT {
  @Inject MovableClock clock;
  @Inject Pool pool;
  private Scene scene;

  @BeforeEach
  void scene() {
    scene = new Scene(clock, pool);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private UUID openedAtNine(CalendarText calendar) {
    scene.begin("09:00", calendar);
    return scene.open(Severity.SEV3, "09:00");
  }

  private static CalendarText emeaThen(String start, String end) {
    return CalendarText.people()
        .shift("EMEA", "07:00", "15:00", "emma", null)
        .shift("AMER", start, end, "zoe", "adam");
  }

  @Test
  void in_a_coverage_hole_it_waits_and_is_offered_before_the_next_shift() {
    UUID escalation = openedAtNine(emeaThen("17:00", "23:00"));
    scene.goTo("14:30");
    assertThat(scene.handoffs(escalation)).isEmpty();
    scene.goTo("15:00");
    assertThat(scene.handoff(escalation).getString("state")).isEqualTo("WAITING_FOR_COVERAGE");
    assertThat(scene.handoff(escalation).getString("to.tam")).isNull();
    scene.goTo("16:30");
    JsonPath offered = scene.handoff(escalation);
    assertThat(offered.getString("state")).isEqualTo("OFFERED");
    assertThat(offered.getString("offeredAt")).isEqualTo("2026-03-09T16:30:00Z");
    assertThat(offered.getString("acceptBy")).isEqualTo("2026-03-09T17:15:00Z");
    scene.accept(offered.getString("id"), "zoe").then().statusCode(200);
    scene.goTo("17:00");
    assertThat(scene.gaps(escalation)).containsExactly("15:00 17:00 COVERAGE_HOLE");
    assertThat(scene.accountable(escalation, "17:00")).isEqualTo("zoe HANDOFF");
  }

  @Test
  void with_overlapping_shifts_the_deadline_is_the_end_of_the_outgoing_one() {
    UUID escalation = openedAtNine(emeaThen("14:00", "23:00"));
    scene.goTo("13:30");
    JsonPath offered = scene.handoff(escalation);
    assertThat(offered.getString("acceptBy")).isEqualTo("2026-03-09T15:00:00Z");
    assertThat(offered.getString("effectiveFrom")).isEqualTo("2026-03-09T14:00:00Z");
    scene.goTo("15:00");
    assertThat(scene.handoff(escalation).getString("state")).isEqualTo("ESCALATED_TO_LEAD");
    assertThat(scene.gaps(escalation)).containsExactly("15:00 open UNACCEPTED_HANDOFF");
  }

  @Test
  void an_empty_shift_s_lead_is_asked_at_once_and_attends_from_its_start() {
    UUID escalation =
        openedAtNine(
            CalendarText.followTheSun()
                .leave("zoe", at("15:00"), at("23:00"))
                .leave("adam", at("15:00"), at("23:00")));
    scene.goTo("14:30");
    JsonPath handoff = scene.handoff(escalation);
    assertThat(handoff.getString("state")).isEqualTo("ESCALATED_TO_LEAD");
    assertThat(handoff.getString("to.tam.id")).isEqualTo("leo");
    scene.accept(handoff.getString("id"), "leo").then().statusCode(200);
    scene.goTo("15:00");
    scene.goTo("22:59");
    assertThat(scene.accountable(escalation, "15:00")).isEqualTo("leo LEAD");
    assertThat(scene.gaps(escalation)).isEmpty();
    scene.goTo("23:00");
    assertThat(scene.gaps(escalation)).containsExactly("23:00 open UNACCEPTED_HANDOFF");
    assertThat(scene.handoffs(escalation)).hasSize(2);
  }

  @Test
  void nobody_takes_an_empty_shift_over_and_the_gap_says_so() {
    UUID escalation =
        openedAtNine(
            CalendarText.followTheSun()
                .leave("zoe", at("15:00"), at("23:00"))
                .leave("adam", at("15:00"), at("23:00")));
    scene.goTo("14:30");
    scene.goTo("15:00");
    assertThat(scene.gaps(escalation)).containsExactly("15:00 open EMPTY_SHIFT");
  }

  @Test
  void a_handoff_of_an_escalation_that_closes_is_cancelled() {
    UUID escalation = openedAtNine(CalendarText.followTheSun());
    scene.goTo("14:30");
    scene.goTo("14:45");
    scene.close(escalation, "14:45");
    assertThat(scene.handoff(escalation).getString("state")).isEqualTo("CANCELLED");
    assertThat(scene.handoff(escalation).getString("cancelReason")).isEqualTo("CLOSED");
    String id = scene.handoff(escalation).getString("id");
    scene.accept(id, "zoe").then().statusCode(409);
    scene.goTo("15:00");
    assertThat(scene.gaps(escalation)).isEmpty();
  }

  @Test
  void an_acceptance_that_has_not_taken_effect_is_void_when_the_escalation_closes() {
    UUID escalation = openedAtNine(CalendarText.followTheSun());
    scene.goTo("14:30");
    scene.accept(scene.handoff(escalation).getString("id"), "zoe").then().statusCode(200);
    scene.goTo("14:50");
    scene.close(escalation, "14:50");
    assertThat(scene.handoff(escalation).getString("cancelReason")).isEqualTo("CLOSED");
  }

  @Test
  void what_opens_just_before_the_boundary_is_handed_over_at_once() {
    openedAtNine(CalendarText.followTheSun());
    scene.goTo("14:30");
    scene.goTo(at("15:00").minusSeconds(30));
    UUID escalation = scene.open(Severity.SEV3, at("15:00").minusSeconds(30), null);
    assertThat(scene.handoff(escalation).getString("state")).isEqualTo("OFFERED");
    assertThat(scene.handoff(escalation).getString("boundary")).isEqualTo("2026-03-09T15:00:00Z");
    scene.goTo("15:00");
    assertThat(scene.gaps(escalation)).containsExactly("15:00 open UNACCEPTED_HANDOFF");
  }

  @Test
  void what_opens_at_the_boundary_or_after_it_is_the_incoming_tam_s() {
    openedAtNine(CalendarText.followTheSun());
    scene.goTo("14:30");
    scene.goTo("15:00");
    UUID atIt = scene.open(Severity.SEV3, "15:00");
    scene.goTo(at("15:00").plusSeconds(30));
    UUID after = scene.open(Severity.SEV3, at("15:00").plusSeconds(30), null);
    for (UUID escalation : List.of(atIt, after)) {
      assertThat(scene.accountable(escalation, "15:01")).matches("(zoe|adam) ASSIGNED");
      assertThat(scene.handoffs(escalation)).isEmpty();
      assertThat(scene.gaps(escalation)).isEmpty();
    }
  }

  @Test
  void what_opens_in_a_coverage_hole_is_the_lead_s_and_waits_for_the_next_shift() {
    openedAtNine(emeaThen("17:00", "23:00"));
    scene.goTo("15:20");
    UUID escalation = scene.open(Severity.SEV3, "15:20");
    assertThat(scene.accountable(escalation, "15:20")).isEqualTo("leo LEAD");
    JsonPath handoff = scene.handoff(escalation);
    assertThat(handoff.getString("state")).isEqualTo("WAITING_FOR_COVERAGE");
    assertThat(handoff.getString("boundary")).isEqualTo("2026-03-09T15:20:00Z");
    scene.goTo("16:30");
    assertThat(scene.handoff(escalation).getString("to.tam.id")).isEqualTo("zoe");
    assertThat(scene.gaps(escalation)).containsExactly("15:20 open COVERAGE_HOLE");
  }

  @Test
  void an_edit_while_offers_are_overdue_tells_a_running_gap_who_is_asked() {
    UUID escalation = openedAtNine(emeaThen("16:20", "23:00"));
    scene.goTo("15:00");
    scene.depose();
    scene.jump("15:51");
    scene.edit(emeaThen("16:00", "23:00"));
    scene.enthrone();
    scene.goTo("15:52");
    assertThat(scene.gaps(escalation)).containsExactly("15:00 open COVERAGE_HOLE");
    Row gap =
        scene
            .sql("select asked_tam, asked_since from gap where escalation_id = $1", escalation)
            .iterator()
            .next();
    assertThat(gap.getString("asked_tam")).isEqualTo("zoe");
    assertThat(scene.handoffs(escalation))
        .filteredOn(handoff -> "OFFERED".equals(handoff.get("state")))
        .extracting(handoff -> handoff.get("offeredAt"))
        .containsExactly(Columns.instant(gap, "asked_since").toString());
  }

  @Test
  void an_offer_to_a_tam_who_goes_on_leave_moves_to_the_replacement() {
    UUID escalation = openedAtNine(CalendarText.followTheSun());
    scene.goTo("14:30");
    assertThat(scene.handoff(escalation).getString("to.tam.id")).isEqualTo("zoe");
    scene.goTo("14:40");
    scene.change(
        CalendarText.followTheSun().replace("AMER", "zoe", "ivy", at("15:00"), at("23:00")));
    JsonPath handoff = scene.handoff(escalation);
    assertThat(handoff.getString("state")).isEqualTo("OFFERED");
    assertThat(handoff.getString("to.tam.id")).isEqualTo("ivy");
    assertThat(handoff.getList("attempts.outcome")).isEqualTo(List.of("MOVED", "PENDING"));
  }

  @Test
  void an_incoming_tam_on_leave_is_not_asked() {
    UUID escalation =
        openedAtNine(
            CalendarText.followTheSun().replace("AMER", "zoe", "ivy", at("15:00"), at("23:00")));
    scene.goTo("14:30");
    assertThat(scene.handoff(escalation).getString("to.tam.id")).isEqualTo("ivy");
  }

  @Test
  void when_the_outgoing_tam_stays_on_duty_after_all_the_offer_is_withdrawn() {
    UUID escalation = openedAtNine(emeaThen("15:00", "23:00"));
    scene.goTo("14:30");
    assertThat(scene.handoff(escalation).getString("state")).isEqualTo("OFFERED");
    scene.goTo("14:40");
    scene.change(
        CalendarText.people()
            .shift("EMEA", "07:00", "22:00", "emma", null)
            .shift("AMER", "21:30", "23:00", "zoe", "adam"));
    assertThat(scene.handoff(escalation).getString("cancelReason")).isEqualTo("ROSTER_CHANGED");
    scene.goTo("21:00");
    assertThat(scene.handoffs(escalation)).hasSize(2);
    assertThat(scene.handoffs(escalation).getLast())
        .containsEntry("state", "OFFERED")
        .containsEntry("boundary", "2026-03-09T22:00:00Z");
    assertThat(scene.gaps(escalation)).isEmpty();
  }

  @Test
  void a_tam_who_goes_on_leave_in_mid_shift_is_outgoing_from_then_on() {
    UUID escalation =
        openedAtNine(CalendarText.people().shift("EMEA", "07:00", "15:00", "emma", "noah"));
    String holder = scene.accountable(escalation, "09:00").split(" ")[0];
    scene.goTo("11:00");
    scene.change(
        CalendarText.people()
            .shift("EMEA", "07:00", "15:00", "emma", "noah")
            .replace("EMEA", holder, "liam", at("11:00").plusSeconds(60), at("15:00")));
    scene.goTo(at("11:00").plusSeconds(60));
    Map<String, Object> handoff = scene.handoffs(escalation).getFirst();
    assertThat(handoff).containsEntry("state", "OFFERED");
    assertThat(handoff).containsEntry("boundary", "2026-03-09T11:01:00Z");
    assertThat(scene.gaps(escalation)).containsExactly("11:01 open OFF_ROSTER");
  }

  @Test
  void who_left_in_mid_shift_weeks_ago_is_off_roster_however_long_ago_that_was() {
    scene.begin("09:00", CalendarText.people().shift("AMER", "15:00", "23:00", "zoe", null));
    scene.sql(
        "insert into shift (id, region, start_at, end_at, slot_start, slot_end, zone, primary_tam,"
            + " shadows, pattern, tzdb, revision, changed_at) values (gen_random_uuid(), 'AMER', $1,"
            + " $2, $1, $3, 'UTC', 'leo', '{}', 'old', 'x', 1, $1)",
        Scene.column(at("07:00").minus(Duration.ofDays(30))),
        Scene.column(at("10:00").minus(Duration.ofDays(30))),
        Scene.column(at("15:00").minus(Duration.ofDays(30))));
    UUID escalation = scene.open(Severity.SEV3, "09:00");
    assertThat(scene.accountable(escalation, "09:00")).isEqualTo("leo LEAD");
    scene.goTo("15:00");
    assertThat(scene.gaps(escalation))
        .containsExactly("09:00 15:00 COVERAGE_HOLE", "15:00 open OFF_ROSTER");
  }

  @Test
  void two_holds_apart_are_two_and_the_time_between_them_is_a_gap() {
    UUID escalation = openedAtNine(emeaThen("15:00", "23:00"));
    scene.goTo("15:00");
    hold(escalation, "15:30");
    scene.goTo("15:30");
    scene.goTo("15:45");
    hold(escalation, "16:00");
    scene.goTo("16:00");
    scene.goTo("16:30");
    assertThat(scene.gaps(escalation))
        .containsExactly("15:30 15:45 UNACCEPTED_HANDOFF", "16:00 open UNACCEPTED_HANDOFF");
    assertThat(scene.handoffs(escalation)).hasSize(1);
  }

  private void hold(UUID escalation, String until) {
    scene
        .postTo(
            "emma",
            "/api/v1/accountability/" + escalation + "/hold",
            JsonObject.of("until", at(until).toString()))
        .then()
        .statusCode(200);
  }

  @Test
  void an_empty_shift_that_gains_a_holder_is_offered_to_them_though_the_lead_was_asked() {
    UUID escalation =
        openedAtNine(
            CalendarText.people()
                .shift("EMEA", "07:00", "15:00", "emma", null)
                .shift("AMER", "15:00", "23:00", "zoe", null)
                .leave("zoe", at("15:00"), at("23:00")));
    scene.goTo("14:30");
    assertThat(scene.handoff(escalation).getString("to.tam.id")).isEqualTo("leo");
    scene.goTo("14:40");
    scene.change(emeaThen("15:00", "23:00"));
    assertThat(scene.handoff(escalation).getString("state")).isEqualTo("OFFERED");
    assertThat(scene.handoff(escalation).getString("to.tam.id")).isEqualTo("zoe");
    scene.accept(scene.handoff(escalation).getString("id"), "zoe").then().statusCode(200);
    scene.goTo("15:00");
    assertThat(scene.accountable(escalation, "15:00")).isEqualTo("zoe HANDOFF");
  }
}
