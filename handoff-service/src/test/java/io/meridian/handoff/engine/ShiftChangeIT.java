package io.meridian.handoff.engine;

import static io.meridian.handoff.engine.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.Severity;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An ordinary shift change: offer, acceptance, decline, deadline. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class ShiftChangeIT {
  @Inject MovableClock clock;
  @Inject Pool pool;
  private Scene scene;

  @BeforeEach
  void follow_the_sun() {
    scene = new Scene(clock, pool);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private UUID offered(Severity severity) {
    scene.begin("09:00", CalendarText.followTheSun());
    UUID escalation = scene.open(severity, "09:00");
    assertThat(scene.accountable(escalation, "09:00")).endsWith("ASSIGNED");
    assertThat(scene.handoffs(escalation)).isEmpty();
    scene.goTo("14:30");
    return escalation;
  }

  @Test
  void thirty_minutes_before_the_incoming_shift_its_primary_is_offered_the_escalation() {
    UUID escalation = offered(Severity.SEV1);
    JsonPath handoff = scene.handoff(escalation);
    assertThat(handoff.getString("state")).isEqualTo("OFFERED");
    assertThat(handoff.getString("from.region")).isEqualTo("EMEA");
    assertThat(handoff.getString("to.tam.id")).isEqualTo("zoe");
    assertThat(handoff.getString("to.tam.name")).isEqualTo("Zoe");
    assertThat(handoff.getString("to.region")).isEqualTo("AMER");
    assertThat(handoff.getString("boundary")).isEqualTo("2026-03-09T15:00:00Z");
    assertThat(handoff.getString("offeredAt")).isEqualTo("2026-03-09T14:30:00Z");
    assertThat(handoff.getString("effectiveFrom")).isEqualTo("2026-03-09T15:00:00Z");
    assertThat(handoff.getString("acceptBy")).isEqualTo("2026-03-09T15:15:00Z");
    assertThat(handoff.getString("lateness")).isEqualTo("PT0S");
    assertThat(handoff.getString("briefing.title")).isEqualTo("Checkout down");
    assertThat(handoff.getList("attempts.outcome")).isEqualTo(List.of("PENDING"));
  }

  @Test
  void an_early_acceptance_takes_effect_when_the_shift_starts_and_leaves_no_gap() {
    UUID escalation = offered(Severity.SEV3);
    scene.goTo("14:40");
    String id = scene.handoff(escalation).getString("id");
    scene.accept(id, "zoe").then().statusCode(200).header("ETag", "\"2\"");
    scene.goTo("16:00");
    JsonPath handoff = scene.handoff(escalation);
    assertThat(handoff.getString("state")).isEqualTo("ACCEPTED");
    assertThat(handoff.getString("acceptedAt")).isEqualTo("2026-03-09T14:40:00Z");
    assertThat(handoff.getString("effectiveFrom")).isEqualTo("2026-03-09T15:00:00Z");
    assertThat(scene.accountable(escalation, "14:59")).endsWith("ASSIGNED");
    assertThat(scene.accountable(escalation, "15:00")).isEqualTo("zoe HANDOFF");
    assertThat(scene.gaps(escalation)).isEmpty();
  }

  @Test
  void until_somebody_accepts_the_outgoing_tam_stays_accountable_and_unattended() {
    UUID escalation = offered(Severity.SEV3);
    scene.goTo("15:00");
    scene.goTo("15:07");
    assertThat(scene.gaps(escalation)).containsExactly("15:00 open UNACCEPTED_HANDOFF");
    scene.accept(scene.handoff(escalation).getString("id"), "zoe").then().statusCode(200);
    assertThat(scene.gaps(escalation)).containsExactly("15:00 15:07 UNACCEPTED_HANDOFF");
    assertThat(scene.accountable(escalation, "15:07")).isEqualTo("zoe HANDOFF");
  }

  @Test
  void severity_one_and_two_need_a_read_back() {
    UUID escalation = offered(Severity.SEV2);
    String id = scene.handoff(escalation).getString("id");
    scene.post("zoe", id + "/acceptance", new JsonObject()).then().statusCode(400);
    assertThat(scene.handoff(escalation).getString("state")).isEqualTo("OFFERED");
    scene.accept(id, "zoe").then().statusCode(200);
    assertThat(scene.handoff(escalation).getString("readBack")).isEqualTo(People.READ_BACK);
  }

  @Test
  void accepting_twice_is_fine_and_without_effect_and_anybody_else_comes_too_late() {
    UUID escalation = offered(Severity.SEV3);
    String id = scene.handoff(escalation).getString("id");
    scene.accept(id, "zoe").then().statusCode(200);
    scene.accept(id, "zoe").then().statusCode(200).header("ETag", "\"2\"");
    scene.accept(id, "adam").then().statusCode(409);
  }

  @Test
  void another_tam_on_duty_in_the_incoming_region_may_pick_it_up_and_nobody_else() {
    UUID escalation = offered(Severity.SEV3);
    scene.goTo("15:05");
    String id = scene.handoff(escalation).getString("id");
    scene.accept(id, "kai").then().statusCode(403);
    scene.accept(id, "ivy").then().statusCode(403);
    scene.accept(id, "emma").then().statusCode(403);
    scene.accept(id, "adam").then().statusCode(200);
    JsonPath handoff = scene.handoff(escalation);
    assertThat(handoff.getString("to.tam.id")).isEqualTo("adam");
    assertThat(handoff.getList("attempts.outcome")).isEqualTo(List.of("MOVED", "ACCEPTED"));
    assertThat(scene.accountable(escalation, "15:05")).isEqualTo("adam HANDOFF");
  }

  @Test
  void a_decline_moves_the_offer_on_and_after_the_last_candidate_to_the_lead() {
    UUID escalation = offered(Severity.SEV3);
    String id = scene.handoff(escalation).getString("id");
    scene.decline(id, "adam", "not mine").then().statusCode(403);
    scene.post("zoe", id + "/decline", new JsonObject()).then().statusCode(400);
    scene.decline(id, "zoe", "on another SEV1").then().statusCode(200);
    assertThat(scene.handoff(escalation).getString("to.tam.id")).isEqualTo("adam");
    scene.decline(id, "zoe", "on another SEV1").then().statusCode(200);
    scene.decline(id, "adam", "ill").then().statusCode(200);
    JsonPath handoff = scene.handoff(escalation);
    assertThat(handoff.getString("state")).isEqualTo("ESCALATED_TO_LEAD");
    assertThat(handoff.getString("to.tam.id")).isEqualTo("leo");
    assertThat(handoff.getList("attempts.reason"))
        .isEqualTo(Arrays.asList("on another SEV1", "ill", null));
    assertThat(handoff.getList("attempts.routing"))
        .allSatisfy(routing -> assertThat((String) routing).isNotBlank());
    scene.decline(id, "leo", "no").then().statusCode(409);
  }

  @Test
  void a_missed_deadline_goes_to_the_lead_who_holds_it_to_the_end_of_the_shift() {
    UUID escalation = offered(Severity.SEV3);
    scene.goTo("15:00");
    scene.goTo("15:15");
    JsonPath handoff = scene.handoff(escalation);
    assertThat(handoff.getString("state")).isEqualTo("ESCALATED_TO_LEAD");
    assertThat(handoff.getString("to.tam.id")).isEqualTo("leo");
    assertThat(handoff.getList("attempts.outcome")).isEqualTo(List.of("EXPIRED", "PENDING"));
    scene.goTo("15:20");
    scene.accept(handoff.getString("id"), "leo").then().statusCode(200);
    assertThat(scene.accountable(escalation, "15:20")).isEqualTo("leo LEAD");
    scene.goTo("22:30");
    assertThat(scene.gaps(escalation)).containsExactly("15:00 15:20 UNACCEPTED_HANDOFF");
    assertThat(scene.handoffs(escalation)).hasSize(2);
    assertThat(scene.handoffs(escalation).getLast())
        .containsEntry("state", "OFFERED")
        .containsEntry("boundary", "2026-03-09T23:00:00Z");
    scene.goTo("23:00");
    assertThat(scene.gaps(escalation)).contains("23:00 open UNACCEPTED_HANDOFF");
  }

  @Test
  void after_the_deadline_the_tam_on_duty_may_still_take_it() {
    UUID escalation = offered(Severity.SEV3);
    scene.goTo("15:00");
    scene.goTo("15:40");
    scene.accept(scene.handoff(escalation).getString("id"), "zoe").then().statusCode(200);
    assertThat(scene.accountable(escalation, "15:40")).isEqualTo("zoe HANDOFF");
    assertThat(scene.gaps(escalation)).containsExactly("15:00 15:40 UNACCEPTED_HANDOFF");
  }

  @Test
  void what_nobody_accepted_is_offered_anew_when_the_incoming_shift_is_over() {
    UUID escalation = offered(Severity.SEV3);
    scene.goTo("15:00");
    scene.goTo("23:00");
    List<java.util.Map<String, Object>> handoffs = scene.handoffs(escalation);
    assertThat(handoffs).hasSize(2);
    assertThat(handoffs.getFirst())
        .containsEntry("state", "CANCELLED")
        .containsEntry("cancelReason", "SUPERSEDED");
    assertThat(handoffs.getLast())
        .containsEntry("state", "OFFERED")
        .containsEntry("boundary", "2026-03-09T23:00:00Z")
        .containsEntry("acceptBy", "2026-03-09T23:15:00Z");
    assertThat(scene.accountable(escalation, "23:00")).endsWith("ASSIGNED");
  }

  @Test
  void a_question_is_answered_by_the_outgoing_tam_and_moves_nothing() {
    UUID escalation = offered(Severity.SEV3);
    String id = scene.handoff(escalation).getString("id");
    String from = scene.handoff(escalation).getString("from.tam.id");
    JsonObject question = JsonObject.of("question", "Is the vendor engaged?");
    scene.post("kai", id + "/query", question).then().statusCode(403);
    scene.post("zoe", id + "/query", question).then().statusCode(200);
    JsonObject answer = JsonObject.of("answer", "Since 14:10.");
    scene.post("kai", id + "/query/1/answer", answer).then().statusCode(403);
    scene.post(from, id + "/query/7/answer", answer).then().statusCode(404);
    scene.post(from, id + "/query/1/answer", answer).then().statusCode(200);
    JsonPath handoff = scene.handoff(escalation);
    assertThat(handoff.getString("queries[0].askedBy.id")).isEqualTo("zoe");
    assertThat(handoff.getString("queries[0].answer")).isEqualTo("Since 14:10.");
    assertThat(handoff.getString("state")).isEqualTo("OFFERED");
    assertThat(handoff.getInt("revision")).isEqualTo(1);
  }

  @Test
  void the_customer_s_tam_is_asked_first_when_on_the_incoming_shift() {
    scene.begin("09:00", CalendarText.followTheSun());
    UUID adams = scene.open(Severity.SEV3, at("09:00"), scene.customer("AMER", "adam"));
    UUID ivys = scene.open(Severity.SEV3, at("09:00"), scene.customer("AMER", "ivy"));
    scene.goTo("14:30");
    assertThat(scene.handoff(adams).getString("to.tam.id")).isEqualTo("adam");
    assertThat(scene.handoff(ivys).getString("to.tam.id")).isEqualTo("zoe");
  }

  @Test
  void many_are_accepted_with_one_request_and_each_has_its_own_answer() {
    UUID first = offered(Severity.SEV3);
    UUID severe = scene.open(Severity.SEV1, "14:31");
    String one = scene.handoff(first).getString("id");
    String two = scene.handoff(severe).getString("id");
    UUID none = UUID.randomUUID();
    JsonObject body =
        new JsonObject(
            """
            {"items":[{"id":"%s"},{"id":"%s"},{"id":"%s"}]}"""
                .formatted(one, two, none));
    JsonPath answer = scene.post("zoe", "accept", body).then().statusCode(200).extract().jsonPath();
    assertThat(answer.getList("items.status")).isEqualTo(List.of(200, 400, 404));
    assertThat(scene.handoff(first).getString("state")).isEqualTo("ACCEPTED");
    assertThat(scene.handoff(severe).getString("state")).isEqualTo("OFFERED");
  }
}
