package io.meridian.handoff.engine;

import static io.meridian.handoff.engine.Scene.at;
import static io.meridian.handoff.engine.Scene.column;
import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.meridian.events.EscalationEvent;
import io.meridian.events.EscalationState;
import io.meridian.events.EscalationStatus;
import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffState;
import io.meridian.events.Severity;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine was away, runs twice, or is not the leader any more. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class RecoveryIT {
  @Inject MovableClock clock;
  @Inject Pool pool;
  @Inject MeterRegistry meters;
  private Scene scene;

  @BeforeEach
  void scene() {
    scene = new Scene(clock, pool);
    scene.begin("09:00", CalendarText.followTheSun());
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void a_boundary_that_was_missed_is_made_up_with_its_lateness() {
    UUID escalation = scene.open(Severity.SEV3, "09:00");
    scene.goTo("15:10");
    JsonPath handoff = scene.handoff(escalation);
    assertThat(handoff.getString("state")).isEqualTo("OFFERED");
    assertThat(handoff.getString("boundary")).isEqualTo("2026-03-09T15:00:00Z");
    assertThat(handoff.getString("offeredAt")).isEqualTo("2026-03-09T15:10:00Z");
    assertThat(handoff.getString("acceptBy")).isEqualTo("2026-03-09T15:25:00Z");
    assertThat(handoff.getString("lateness")).isEqualTo("PT40M");
    assertThat(scene.gaps(escalation)).containsExactly("15:00 open UNACCEPTED_HANDOFF");
    JsonPath changes = scene.get("/api/v1/shift-changes?from=2026-03-09T15:00:00Z&limit=1");
    assertThat(changes.getString("items[0].lateness")).isEqualTo("PT40M");
    assertThat(changes.getInt("items[0].handoffs.offered")).isEqualTo(1);
  }

  @Test
  void two_missed_boundaries_are_made_up_in_order() {
    UUID escalation = scene.open(Severity.SEV3, "09:00");
    scene.goTo("23:30");
    List<Map<String, Object>> handoffs = scene.handoffs(escalation);
    assertThat(handoffs)
        .extracting(h -> h.get("boundary"), h -> h.get("state"), h -> h.get("lateness"))
        .containsExactly(
            tuple("2026-03-09T15:00:00Z", "CANCELLED", "PT9H"),
            tuple("2026-03-09T23:00:00Z", "OFFERED", "PT30M"));
    assertThat(scene.gaps(escalation))
        .containsExactly("15:00 23:00 UNACCEPTED_HANDOFF", "23:00 open UNACCEPTED_HANDOFF");
  }

  @Test
  void an_escalation_heard_of_late_has_the_handoffs_it_should_have_had() {
    scene.goTo("23:30");
    UUID escalation = scene.open(Severity.SEV3, "14:00");
    assertThat(scene.handoffs(escalation))
        .extracting(h -> h.get("boundary"), h -> h.get("state"), h -> h.get("lateness"))
        .containsExactly(
            tuple("2026-03-09T15:00:00Z", "CANCELLED", "PT9H"),
            tuple("2026-03-09T23:00:00Z", "OFFERED", "PT30M"));
  }

  @Test
  void figures_show_the_gap_that_runs_and_who_leads() {
    scene.open(Severity.SEV3, "09:00");
    scene.goTo("15:20");
    assertThat(meters.get("meridian.leader").gauge().value()).isEqualTo(1);
    await().until(() -> meters.get("meridian.gaps.open").gauge().value() == 1);
    assertThat(meters.get("meridian.gaps.oldest.age").gauge().value()).isEqualTo(20 * 60);

    scene.forget("gap");

    await().until(() -> meters.get("meridian.gaps.open").gauge().value() == 0);
    assertThat(meters.get("meridian.gaps.oldest.age").gauge().value()).isZero();
  }

  @Test
  void a_hold_declared_before_missed_boundaries_are_made_up_skips_none() {
    UUID escalation = scene.open(Severity.SEV3, "09:00");
    scene.depose();
    scene.jump("23:30");
    scene
        .postTo(
            "emma",
            "/api/v1/accountability/" + escalation + "/hold",
            JsonObject.of("until", "2026-03-10T01:00:00Z"))
        .then()
        .statusCode(200);
    scene.enthrone();
    scene.awaitEngine();
    assertThat(scene.handoffs(escalation))
        .extracting(h -> h.get("boundary"), h -> h.get("state"))
        .contains(tuple("2026-03-09T15:00:00Z", "CANCELLED"));
  }

  @Test
  void a_gap_names_a_shift_change_that_can_be_read_before_it_is_prepared() {
    UUID escalation = scene.open(Severity.SEV3, "09:00");
    scene.depose();
    scene.jump("15:20");
    worsen(escalation);
    assertThat(scene.gaps(escalation)).containsExactly("15:00 open UNACCEPTED_HANDOFF");
    UUID named = scene.sql("select shift_change_id from gap").iterator().next().getUUID(0);
    JsonPath foreseen = scene.get("/api/v1/shift-changes/" + named);
    assertThat(foreseen.getString("boundary")).isEqualTo("2026-03-09T15:00:00Z");
    assertThat(foreseen.getString("toRegion")).isEqualTo("AMER");
    assertThat(foreseen.getString("preparedAt")).isNull();
    assertThat(foreseen.getString("lateness")).isNull();
    assertThat(scene.get("/api/v1/shift-changes").getList("items.id")).contains(named.toString());
    scene.enthrone();
    scene.awaitEngine();
    JsonPath prepared = scene.get("/api/v1/shift-changes/" + named);
    assertThat(prepared.getString("preparedAt")).isEqualTo("2026-03-09T15:20:00Z");
    assertThat(prepared.getString("lateness")).isEqualTo("PT50M");
  }

  @Test
  void a_close_heard_of_before_the_boundary_is_made_up_leaves_a_cancelled_handoff() {
    UUID escalation = scene.open(Severity.SEV3, "09:00");
    scene.depose();
    scene.jump("16:00");
    scene.close(escalation, "15:30");
    Map<String, Object> handoff = scene.handoffs(escalation).getFirst();
    assertThat(handoff).containsEntry("cancelReason", "CLOSED");
    assertThat(handoff).containsEntry("boundary", "2026-03-09T15:00:00Z");
    assertThat(handoff).containsEntry("lateness", "PT1H30M");
    scene.enthrone();
    scene.awaitEngine();
    assertThat(scene.handoffs(escalation)).hasSize(1);
    assertThat(scene.gaps(escalation)).containsExactly("15:00 15:30 UNACCEPTED_HANDOFF");
  }

  @Test
  void a_second_run_of_a_step_changes_nothing() {
    UUID escalation = scene.open(Severity.SEV3, "09:00");
    scene.goTo("14:30");
    scene.goTo("15:00");
    scene.goTo("15:16");
    JsonPath before = scene.handoff(escalation);
    for (String time : List.of("14:30", "15:00", "15:15")) {
      for (String kind : List.of("ACCEPT_BY", "BOUNDARY", "CALENDAR", "HOLD_END", "PREPARE")) {
        scene.sql(
            "insert into timer (kind, due_at) values ($1, $2) on conflict do nothing",
            kind,
            column(at(time)));
      }
    }
    scene.awaitEngine();
    JsonPath after = scene.handoff(escalation);
    assertThat(after.getString("state")).isEqualTo("ESCALATED_TO_LEAD");
    assertThat(after.getInt("revision")).isEqualTo(before.getInt("revision"));
    assertThat(scene.gaps(escalation)).containsExactly("15:00 open UNACCEPTED_HANDOFF");
  }

  @Test
  void a_deposed_leader_writes_nothing_and_the_new_one_makes_it_up() throws Exception {
    UUID escalation = scene.open(Severity.SEV3, "09:00");
    scene.depose();
    scene.jump("15:00");
    Thread.sleep(1_500);
    assertThat(scene.handoffs(escalation)).isEmpty();
    assertThat(scene.gaps(escalation)).isEmpty();
    assertThat(scene.due(at("15:00"))).isPositive();
    scene.enthrone();
    scene.awaitEngine();
    assertThat(scene.handoff(escalation).getString("state")).isEqualTo("OFFERED");
    scene.depose();
    scene.jump("15:20");
    scene.enthrone();
    scene.awaitEngine();
    assertThat(scene.handoff(escalation).getString("state")).isEqualTo("ESCALATED_TO_LEAD");
    assertThat(scene.gaps(escalation)).containsExactly("15:00 open UNACCEPTED_HANDOFF");
  }

  @Test
  void what_is_told_is_what_is_stored_and_every_revision_is_told_once() {
    UUID escalation = scene.open(Severity.SEV3, "09:00");
    scene.goTo("14:30");
    scene.goTo("15:00");
    scene.goTo("15:15");
    String id = scene.handoff(escalation).getString("id");
    scene.accept(id, "leo").then().statusCode(200);
    JsonPath stored = scene.handoff(escalation);
    List<HandoffState> told =
        scene
            .kafka()
            .await(
                HandoffEvent.class,
                3,
                event -> event.handoffs().getFirst().id().toString().equals(id))
            .stream()
            .map(event -> event.handoffs().getFirst())
            .toList();
    assertThat(told).extracting(HandoffState::revision).containsExactly(1L, 2L, 3L);
    HandoffState last = told.getLast();
    assertThat(last.status().name()).isEqualTo(stored.getString("state"));
    assertThat(last.to().name()).isEqualTo("Leo");
    assertThat(last.attempts()).hasSize(2);
    assertThat(last.effectiveFrom()).hasToString(stored.getString("effectiveFrom"));
    assertThat(last.acceptBy()).hasToString(stored.getString("acceptBy"));
  }

  /** Another service makes it a severity 1; waits until the ledgers have heard of it. */
  private void worsen(UUID id) {
    EscalationState worse =
        new EscalationState(
            id,
            "ESC-1",
            "Checkout down",
            Severity.SEV1,
            EscalationStatus.OPEN,
            null,
            List.of(),
            null,
            at("09:00"),
            null,
            null,
            null,
            2,
            clock.instant());
    scene
        .kafka()
        .publish(new EscalationEvent.SeverityChanged("emma", Severity.SEV3, "worse", worse));
    await()
        .until(
            () ->
                scene.sql("select 1 from escalation where severity = 'SEV1' and id = $1", id).size()
                    > 0);
  }
}
