package io.meridian.handoff.engine;

import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.Severity;
import io.meridian.handoff.ledger.application.QuietProfile;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two replicas whose leadership is stolen every second: for a while the one that leads does not
 * know that its term is over, then it loses its session, and somebody leads again.
 */
@QuarkusTest
@TestProfile(QuietProfile.class)
@WithTestResource(MeridianServers.class)
class StolenLeadershipIT {
  private static final Logger LOG = Logger.getLogger(StolenLeadershipIT.class);
  private static final int ESCALATIONS = 54;
  private static final int THEFTS = 20;
  private static final long UNNOTICED_MILLIS = 500;

  /** Taken over by AMER, whom nobody relieves until AMER is on duty again. */
  private static final List<Object> TAKEN =
      List.of("2026-03-09T15:00:00Z", "2026-03-09T23:00:00Z", "2026-03-10T07:00:00Z");

  /** Accepted by nobody: EMEA is back at 07:00, and hands over at the end of that day again. */
  private static final List<Object> LEFT =
      List.of("2026-03-09T15:00:00Z", "2026-03-09T23:00:00Z", "2026-03-10T15:00:00Z");

  @Inject MovableClock clock;
  @Inject Pool pool;
  @Inject Replicas replicas;

  private final ScheduledExecutorService thief = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger thefts = new AtomicInteger();
  private Scene scene;

  @BeforeEach
  void two_replicas() throws Exception {
    scene = new Scene(clock, pool);
    scene.forget("gap, shift_change, handoff, timer");
    replicas.start("one");
    replicas.start("two");
    scene.begin("09:00", CalendarText.followTheSun());
  }

  @AfterEach
  void close() throws Exception {
    thief.shutdownNow();
    thief.awaitTermination(20, TimeUnit.SECONDS);
    replicas.stop();
    scene.close();
  }

  @Test
  void shift_changes_under_a_leadership_stolen_every_second_have_one_effect_each() {
    Set<UUID> escalations = opened();
    long firstTerm = Replicas.term(scene);
    thief.scheduleAtFixedRate(this::steal, 0, 1, TimeUnit.SECONDS);

    scene.goTo("14:30");
    accept(18);
    scene.goTo("15:00");
    scene.goTo("15:07");
    accept(18);
    for (String time : List.of("15:15", "22:30", "23:00", "23:15", "+06:30", "+07:00", "+07:15")) {
      scene.goTo(time);
    }
    await().until(() -> thefts.get() >= THEFTS);
    for (String time : List.of("+14:30", "+15:00", "+15:15")) {
      scene.goTo(time);
    }

    assertThat(replicas.termFaults).as("steps in a term that was over").hasValue(0);
    assertThat(replicas.refused()).as("steps that the fence refused").isPositive();
    assertThat(Replicas.term(scene)).isGreaterThan(firstTerm + THEFTS);
    assertThat(escalations.stream().filter(e -> boundaries(e).equals(TAKEN))).hasSize(36);
    assertThat(escalations.stream().filter(e -> boundaries(e).equals(LEFT))).hasSize(18);
    assertThat(scene.sql("select 1 from handoff where status = 'ACCEPTED'").size()).isEqualTo(36);
    Replicas.eachWasToldOnce(scene, escalations);
    theLedgersAreAsDerived();
    LOG.infof("%d thefts, %.0f steps refused", thefts.get(), replicas.refused());
  }

  private List<Object> boundaries(UUID escalation) {
    return scene.handoffs(escalation).stream().map(h -> h.get("boundary")).toList();
  }

  private Set<UUID> opened() {
    Set<UUID> escalations = new HashSet<>();
    for (int i = 0; i < ESCALATIONS; i++) {
      escalations.add(scene.tellOpened(Severity.SEV3, Scene.at("09:00"), null));
    }
    await()
        .until(
            () ->
                scene.sql("select 1 from accountability where upper_inf(during)").size()
                    == ESCALATIONS);
    return escalations;
  }

  /** So many who are asked accept, one by one. */
  private void accept(int count) {
    scene
        .sql("select id, to_tam from handoff where status = 'OFFERED' order by id limit $1", count)
        .forEach(
            row ->
                scene
                    .accept(row.getUUID("id").toString(), row.getString("to_tam"))
                    .then()
                    .statusCode(200));
  }

  /** Another term begins, unnoticed at first by who leads; then its session ends. */
  private void steal() {
    try {
      scene.sql("update leadership set term = term + 1 where name = 'handoff-service'");
      Thread.sleep(UNNOTICED_MILLIS);
      if (Replicas.killTheLeader(scene)) {
        thefts.incrementAndGet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.infof("not stolen: %s", e.getMessage());
    }
  }

  private static void theLedgersAreAsDerived() {
    List<Object> differing =
        given()
            .auth()
            .oauth2(Tokens.admin())
            .get("/api/v1/accountability/recomputation?limit=" + ESCALATIONS)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getList("items");
    assertThat(differing).isEmpty();
  }
}
