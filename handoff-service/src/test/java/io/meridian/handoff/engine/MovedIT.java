package io.meridian.handoff.engine;

import static io.meridian.handoff.engine.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.Severity;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Escalations that pass from hand to hand beside their handoffs. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class MovedIT {
  @Inject MovableClock clock;
  @Inject Pool pool;
  private Scene scene;
  private UUID escalation;

  @BeforeEach
  void offered() {
    scene = new Scene(clock, pool);
    scene.begin("09:00", CalendarText.followTheSun());
    escalation = scene.open(Severity.SEV3, "09:00");
    scene.goTo("14:30");
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void a_colleague_of_the_same_shift_who_takes_it_over_hands_it_over_at_the_same_shift_change() {
    String holder = scene.accountable(escalation, "14:30").split(" ")[0];
    String colleague = holder.equals("emma") ? "noah" : "emma";
    scene.goTo("14:40");
    scene.takeOver(escalation, colleague).then().statusCode(200);
    List<Map<String, Object>> handoffs = scene.handoffs(escalation);
    assertThat(handoffs).hasSize(2);
    assertThat(handoffs)
        .extracting(h -> h.get("shiftChangeId"))
        .containsOnly(handoffs.getFirst().get("shiftChangeId"));
    assertThat(handoffs).extracting(h -> h.get("cancelReason")).contains("MOVED");
    Map<String, Object> open =
        handoffs.stream().filter(h -> "OFFERED".equals(h.get("state"))).findFirst().orElseThrow();
    assertThat(open.get("from").toString()).contains(colleague);
    scene.accept(open.get("id").toString(), "zoe").then().statusCode(200);
    scene.goTo("15:30");
    assertThat(scene.accountable(escalation, "15:00")).isEqualTo("zoe HANDOFF");
    assertThat(scene.gaps(escalation)).isEmpty();
  }

  @Test
  void a_takeover_by_another_tam_of_the_incoming_shift_ends_the_handoff() {
    scene.goTo("15:00");
    scene.goTo("15:05");
    String asked = scene.handoff(escalation).getString("to.tam.id");
    scene.takeOver(escalation, asked.equals("zoe") ? "adam" : "zoe").then().statusCode(200);
    assertThat(scene.handoff(escalation).getString("cancelReason")).isEqualTo("MOVED");
    assertThat(scene.gaps(escalation)).containsExactly("15:00 15:05 UNACCEPTED_HANDOFF");
    scene.goTo("22:30");
    assertThat(scene.handoffs(escalation)).hasSize(2);
  }

  @Test
  void on_hold_the_outgoing_tam_attends_and_the_offer_stands() {
    String holder = scene.accountable(escalation, "14:30").split(" ")[0];
    scene.goTo("14:50");
    scene
        .postTo(
            holder,
            "/api/v1/accountability/" + escalation + "/hold",
            JsonObject.of("until", at("15:30").toString()))
        .then()
        .statusCode(200);
    scene.goTo("15:00");
    scene.goTo("15:15");
    assertThat(scene.gaps(escalation)).isEmpty();
    assertThat(scene.handoff(escalation).getString("state")).isEqualTo("ESCALATED_TO_LEAD");
    scene.goTo("15:30");
    assertThat(scene.gaps(escalation)).containsExactly("15:30 open UNACCEPTED_HANDOFF");
    assertThat(scene.handoffs(escalation)).hasSize(1);
  }

  @Test
  void who_accepted_early_and_is_replaced_before_the_shift_starts_hands_over_at_its_start() {
    scene.accept(scene.handoff(escalation).getString("id"), "zoe").then().statusCode(200);
    scene.goTo("14:40");
    scene.change(
        CalendarText.followTheSun().replace("AMER", "zoe", "ivy", at("15:00"), at("23:00")));
    scene.goTo("15:00");
    List<Map<String, Object>> handoffs = scene.handoffs(escalation);
    assertThat(handoffs).hasSize(2); // both of the same boundary, in the order of their ids
    Map<String, Object> second =
        handoffs.stream()
            .filter(handoff -> handoff.get("from").toString().contains("zoe"))
            .findFirst()
            .orElseThrow();
    assertThat(second).containsEntry("state", "OFFERED");
    assertThat(second.get("to").toString()).contains("ivy");
    assertThat(scene.accountable(escalation, "15:00")).isEqualTo("zoe HANDOFF");
  }
}
