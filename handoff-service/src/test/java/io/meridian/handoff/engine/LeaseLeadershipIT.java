package io.meridian.handoff.engine;

import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.Severity;
import io.meridian.handoff.ledger.application.QuietProfile;
import io.meridian.runtime.leadership.Leadership;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas that agree by a Lease on who leads, and what happens to either of them. */
@QuarkusTest
@TestProfile(QuietProfile.class)
@WithTestResource(MeridianServers.class)
class LeaseLeadershipIT {
  private static final Logger LOG = Logger.getLogger(LeaseLeadershipIT.class);
  private static final int ESCALATIONS = 6;

  /** Due at 14:30 and done ten minutes later, of which one would have been in time. */
  private static final String OFFERED_LATE = "select 1 from handoff where lateness_ms > 0";

  @Inject MovableClock clock;
  @Inject Pool pool;
  @Inject Replicas replicas;

  private final Set<UUID> escalations = new HashSet<>();
  private final Pause pause = new Pause();
  private ApiServer server;
  private Scene scene;
  private Leadership one;
  private Leadership two;

  @BeforeEach
  void two_replicas_of_which_the_first_leads() throws Exception {
    server = new ApiServer();
    scene = new Scene(clock, pool);
    scene.forget("gap, shift_change, handoff, timer");
    one = replicas.leadership("one", pause.over(server.locks()));
    two = replicas.leadership("two", server.locks());
    replicas.start(one, pause::over);
    await().until(one::isLeader);
    replicas.start(two);
    scene.begin("09:00", CalendarText.followTheSun());
    for (int i = 0; i < ESCALATIONS; i++) {
      escalations.add(scene.open(Severity.SEV3, "09:00"));
    }
  }

  @AfterEach
  void stop() throws Exception {
    pause.end();
    replicas.stop();
    scene.close();
    server.close();
  }

  @Test
  void a_leader_paused_beyond_its_lease_wakes_up_to_a_refusal() throws Exception {
    long term = Replicas.term(scene);
    pause.begin();
    scene.jump("14:30");
    pause.complete();
    long paused = System.nanoTime();
    await().until(two::isLeader);
    LOG.infof("taken over %d ms after the pause began", (System.nanoTime() - paused) / 1_000_000);
    assertThat(one.isLeader()).isFalse();
    scene.awaitEngine();

    pause.end();

    await().until(() -> replicas.refused() == 1);
    assertThat(Replicas.term(scene)).isEqualTo(term + 1);
    twoShiftChangesHaveOneEffectEach();
  }

  @Test
  void without_the_api_server_nobody_leads_and_what_was_due_is_made_up() throws Exception {
    long term = Replicas.term(scene);
    server.stop();
    await().until(() -> !one.isLeader() && !two.isLeader());
    scene.jump("14:40");
    escalations.add(scene.open(Severity.SEV3, "14:40"));
    assertThat(scene.due(Scene.at("14:40"))).isPositive();

    server.start();

    await().until(() -> one.isLeader() || two.isLeader());
    scene.awaitEngine();
    assertThat(Replicas.term(scene)).isGreaterThan(term);
    assertThat(scene.sql(OFFERED_LATE).size()).isPositive();
    twoShiftChangesHaveOneEffectEach();
  }

  @Test
  void a_lease_that_somebody_deletes_is_made_anew_in_another_term() {
    long term = Replicas.term(scene);
    for (String time : List.of("14:30", "15:00")) {
      server.deleteTheLease();
      scene.goTo(time);
    }
    await().until(() -> Replicas.term(scene) > term);
    twoShiftChangesHaveOneEffectEach();
  }

  private void twoShiftChangesHaveOneEffectEach() {
    for (String time : List.of("15:00", "15:15", "22:30", "23:00", "23:15")) {
      scene.goTo(time);
    }
    for (UUID escalation : escalations) {
      assertThat(scene.handoffs(escalation))
          .extracting(handoff -> handoff.get("boundary"))
          .containsExactly("2026-03-09T15:00:00Z", "2026-03-09T23:00:00Z");
    }
    assertThat(replicas.termFaults).as("steps in a term that was over").hasValue(0);
    Replicas.eachWasToldOnce(scene, escalations);
  }
}
