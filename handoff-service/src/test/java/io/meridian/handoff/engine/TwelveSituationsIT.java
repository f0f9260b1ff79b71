package io.meridian.handoff.engine;

import static io.meridian.handoff.engine.Scene.at;
import static io.meridian.handoff.engine.Scene.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.Severity;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The twelve situations in which handoffs get lost elsewhere, against the real servers. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class TwelveSituationsIT {
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

  /** EMEA 07-15 emma, AMER 15-23 zoe and adam; an escalation since nine. */
  private UUID openedAtNine() {
    return openedAtNine(calendar("15:00", "15:00"));
  }

  private UUID openedAtNine(CalendarText calendar) {
    scene.begin("09:00", calendar);
    return scene.open(Severity.SEV3, "09:00");
  }

  private static CalendarText calendar(String emeaEnds, String amerStarts) {
    return CalendarText.people()
        .shift("EMEA", "07:00", emeaEnds, "emma", null)
        .shift("AMER", amerStarts, "23:00", "zoe", "adam");
  }

  private String offered(UUID escalation) {
    scene.goTo("14:30");
    JsonPath handoff = scene.handoff(escalation);
    assertThat(handoff.getString("state")).isEqualTo("OFFERED");
    return handoff.getString("id");
  }

  @Test
  void one_a_retry_or_a_second_replica_makes_no_second_handoff() {
    UUID escalation = openedAtNine();
    String first = offered(escalation);
    for (String kind : List.of("BOUNDARY", "CALENDAR", "PREPARE")) {
      scene.sql("insert into timer (kind, due_at) values ($1, $2)", kind, column(at("14:30")));
    }
    scene.awaitEngine();
    assertThat(scene.handoff(escalation).getString("id")).isEqualTo(first);
    assertThat(scene.handoff(escalation).getInt("revision")).isEqualTo(1);
  }

  @Test
  void two_accepted_twice_by_the_same_tam_it_is_accepted_once() {
    UUID escalation = openedAtNine();
    String id = offered(escalation);
    scene.accept(id, "zoe").then().statusCode(200);
    scene.accept(id, "zoe").then().statusCode(200).header("ETag", "\"2\"");
    scene.goTo("15:00");
    assertThat(scene.accountable(escalation, "15:00")).isEqualTo("zoe HANDOFF");
    assertThat(scene.gaps(escalation)).isEmpty();
  }

  @Test
  void three_a_colleague_on_duty_may_pick_it_up_and_then_it_is_theirs_alone() {
    UUID escalation = openedAtNine();
    String id = offered(escalation);
    scene.accept(id, "kai").then().statusCode(403);
    scene.accept(id, "adam").then().statusCode(200);
    scene.accept(id, "zoe").then().statusCode(409);
    scene.goTo("15:00");
    assertThat(scene.accountable(escalation, "15:00")).isEqualTo("adam HANDOFF");
  }

  @Test
  void four_missed_then_accepted_the_gap_lasts_from_the_boundary_to_the_acceptance() {
    UUID escalation = openedAtNine();
    String id = offered(escalation);
    scene.goTo("15:00");
    scene.goTo("15:15");
    assertThat(scene.handoff(escalation).getString("state")).isEqualTo("ESCALATED_TO_LEAD");
    scene.goTo("15:25");
    scene.accept(id, "zoe").then().statusCode(200);
    assertThat(scene.accountable(escalation, "15:20")).isEqualTo("emma ASSIGNED");
    assertThat(scene.accountable(escalation, "15:25")).isEqualTo("zoe HANDOFF");
    assertThat(scene.gaps(escalation)).containsExactly("15:00 15:25 UNACCEPTED_HANDOFF");
  }

  @Test
  void five_in_a_coverage_hole_between_shifts_it_waits_and_the_hole_is_the_gap() {
    UUID escalation = openedAtNine(calendar("15:00", "17:00"));
    scene.goTo("15:00");
    assertThat(scene.handoff(escalation).getString("state")).isEqualTo("WAITING_FOR_COVERAGE");
    scene.goTo("16:30");
    scene.accept(scene.handoff(escalation).getString("id"), "zoe").then().statusCode(200);
    scene.goTo("17:00");
    assertThat(scene.accountable(escalation, "17:00")).isEqualTo("zoe HANDOFF");
    assertThat(scene.gaps(escalation)).containsExactly("15:00 17:00 COVERAGE_HOLE");
  }

  @Test
  void six_overlapping_shifts_give_time_until_the_outgoing_one_ends() {
    UUID escalation = openedAtNine(calendar("16:00", "15:00"));
    String id = offered(escalation);
    assertThat(scene.handoff(escalation).getString("acceptBy")).isEqualTo("2026-03-09T16:00:00Z");
    scene.goTo("15:30");
    scene.accept(id, "zoe").then().statusCode(200);
    scene.goTo("16:00");
    assertThat(scene.accountable(escalation, "15:29")).isEqualTo("emma ASSIGNED");
    assertThat(scene.accountable(escalation, "15:30")).isEqualTo("zoe HANDOFF");
    assertThat(scene.gaps(escalation)).isEmpty();
  }

  @Test
  void seven_closed_before_the_acceptance_it_is_cancelled_and_nobody_can_take_it() {
    UUID escalation = openedAtNine();
    String id = offered(escalation);
    scene.goTo("14:45");
    scene.close(escalation, "14:45");
    assertThat(scene.handoff(escalation).getString("cancelReason")).isEqualTo("CLOSED");
    scene.accept(id, "zoe").then().statusCode(409);
    scene.goTo("15:00");
    assertThat(scene.gaps(escalation)).isEmpty();
  }

  @Test
  void eight_opened_thirty_seconds_before_at_and_after_the_boundary() {
    scene.begin("09:00", calendar("15:00", "15:00"));
    scene.goTo(at("15:00").minusSeconds(30));
    UUID before = scene.open(Severity.SEV3, at("15:00").minusSeconds(30), null);
    assertThat(scene.handoff(before).getString("state")).isEqualTo("OFFERED");
    scene.goTo("15:00");
    UUID on = scene.open(Severity.SEV3, at("15:00"), null);
    scene.goTo(at("15:00").plusSeconds(30));
    UUID after = scene.open(Severity.SEV3, at("15:00").plusSeconds(30), null);

    assertThat(scene.accountable(before, "15:00")).isEqualTo("emma ASSIGNED");
    assertThat(scene.gaps(before)).containsExactly("15:00 open UNACCEPTED_HANDOFF");
    for (UUID there : List.of(on, after)) {
      assertThat(scene.handoffs(there)).isEmpty();
      assertThat(scene.accountable(there, "15:01")).endsWith(" ASSIGNED").doesNotStartWith("emma");
      assertThat(scene.gaps(there)).isEmpty();
    }
  }

  @Test
  void nine_with_the_receiver_on_leave_the_next_is_asked_and_without_an_answer_the_lead() {
    UUID escalation =
        openedAtNine(calendar("15:00", "15:00").leave("zoe", at("14:00"), at("23:00")));
    scene.goTo("14:30");
    assertThat(scene.handoff(escalation).getString("to.tam.id")).isEqualTo("adam");
    scene.goTo("15:00");
    scene.goTo("15:15");
    assertThat(scene.handoff(escalation).getString("state")).isEqualTo("ESCALATED_TO_LEAD");
    assertThat(scene.handoff(escalation).getString("to.tam.id")).isEqualTo("leo");
  }

  @Test
  void ten_when_the_roster_changes_after_the_offer_it_moves_to_the_replacement() {
    UUID escalation = openedAtNine();
    String id = offered(escalation);
    scene.goTo("14:40");
    scene.change(
        calendar("15:00", "15:00").replace("AMER", "zoe", "ivy", at("15:00"), at("23:00")));
    JsonPath moved = scene.handoff(escalation);
    assertThat(moved.getString("id")).isEqualTo(id);
    assertThat(moved.getString("to.tam.id")).isEqualTo("ivy");
    scene.accept(id, "zoe").then().statusCode(403);
    scene.accept(id, "ivy").then().statusCode(200);
    scene.goTo("15:00");
    assertThat(scene.accountable(escalation, "15:00")).isEqualTo("ivy HANDOFF");
  }

  @Test
  void eleven_down_across_the_boundary_it_is_made_late_and_never_skipped() {
    UUID escalation = openedAtNine();
    scene.depose();
    scene.jump("15:40");
    scene.enthrone();
    scene.awaitEngine();
    JsonPath handoff = scene.handoff(escalation);
    assertThat(handoff.getString("state")).isEqualTo("OFFERED");
    assertThat(handoff.getString("boundary")).isEqualTo("2026-03-09T15:00:00Z");
    assertThat(handoff.getString("lateness")).isEqualTo("PT1H10M");
    assertThat(handoff.getString("acceptBy")).isEqualTo("2026-03-09T15:55:00Z");
    scene.accept(handoff.getString("id"), "zoe").then().statusCode(200);
    assertThat(scene.gaps(escalation)).containsExactly("15:00 15:40 UNACCEPTED_HANDOFF");
  }

  @Test
  void twelve_another_time_zone_database_moves_what_is_to_come_and_nothing_that_was() {
    MovingZone.hoursAheadOfUtc(0);
    UUID escalation = openedAtNine(calendar("15:00", "15:00").in("AMER", MovingZone.ID));
    offered(escalation);
    MovingZone.hoursAheadOfUtc(-1);
    scene.goTo("15:00");
    assertThat(scene.handoffs(escalation))
        .extracting(handoff -> handoff.get("cancelReason"))
        .containsExactlyInAnyOrder("ROSTER_CHANGED", null);
    assertThat(unfinished(escalation))
        .containsEntry("state", "WAITING_FOR_COVERAGE")
        .containsEntry("effectiveFrom", "2026-03-09T16:00:00Z");
    scene.goTo("15:30");
    String id = (String) unfinished(escalation).get("id");
    scene.accept(id, "zoe").then().statusCode(200);
    scene.goTo("16:00");
    assertThat(scene.accountable(escalation, "16:00")).isEqualTo("zoe HANDOFF");
    assertThat(scene.gaps(escalation)).containsExactly("15:00 16:00 COVERAGE_HOLE");
    MovingZone.hoursAheadOfUtc(-2);
    scene.goTo("17:00");
    assertThat(scene.gaps(escalation)).containsExactly("15:00 16:00 COVERAGE_HOLE");
    assertThat(scene.accountable(escalation, "17:00")).isEqualTo("zoe HANDOFF");
  }

  private Map<String, Object> unfinished(UUID escalation) {
    return scene.handoffs(escalation).stream()
        .filter(handoff -> !"CANCELLED".equals(handoff.get("state")))
        .findFirst()
        .orElseThrow();
  }
}
