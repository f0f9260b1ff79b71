package io.meridian.handoff.engine;

import static io.meridian.handoff.engine.Scene.at;
import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.Severity;
import io.meridian.handoff.duty.application.timer.SimulatedTimers;
import io.meridian.handoff.duty.application.timer.TimerLoop;
import io.meridian.handoff.duty.store.timer.Timer;
import io.meridian.handoff.duty.store.timer.TimerStore;
import io.meridian.runtime.leadership.Leadership;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas over one database, whose leader loses its connection again and again. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class FlappingIT {
  private static final Logger LOG = Logger.getLogger(FlappingIT.class);
  private static final int ESCALATIONS = 12;
  @Inject MovableClock clock;
  @Inject Pool pool;
  @Inject TimerStore timers;
  @Inject Replicas replicas;

  private Scene scene;

  @BeforeEach
  void scene() {
    scene = new Scene(clock, pool);
    scene.begin("09:00", CalendarText.followTheSun());
  }

  @AfterEach
  void close() throws Exception {
    replicas.stop();
    await().until(() -> Replicas.leaders(scene) == 1);
    scene.close();
  }

  @Test
  void a_leader_that_dies_at_every_boundary_leaves_exactly_one_effect_each() throws Exception {
    Set<UUID> escalations = new HashSet<>();
    for (int i = 0; i < ESCALATIONS; i++) {
      escalations.add(scene.open(Severity.SEV3, "09:00"));
    }
    replicas.start("another");
    long firstTerm = Replicas.term(scene);
    List<Long> takeovers = new ArrayList<>();
    for (String time : List.of("14:30", "15:00", "15:15", "22:30", "23:00", "23:15")) {
      scene.jump(time);
      takeovers.add(killTheLeader());
      scene.awaitEngine();
    }
    assertThat(Replicas.term(scene)).isGreaterThanOrEqualTo(firstTerm + takeovers.size());
    for (UUID escalation : escalations) {
      assertThat(scene.handoffs(escalation))
          .extracting(h -> h.get("boundary"))
          .containsExactly("2026-03-09T15:00:00Z", "2026-03-09T23:00:00Z");
    }
    Replicas.eachWasToldOnce(scene, escalations);
    Collections.sort(takeovers);
    LOG.infof(
        "takeover after a killed leader: median %d ms, longest %d ms, of %d",
        takeovers.get(takeovers.size() / 2), takeovers.getLast(), takeovers.size());
  }

  @Test
  void a_replica_whose_term_is_over_is_refused_and_counted() throws Exception {
    Leadership stale = replicas.leadership("stale");
    var believed = Leadership.class.getDeclaredField("term");
    believed.setAccessible(true);
    believed.setLong(stale, Replicas.term(scene) - 1);
    long before = scene.due(at("10:00"));
    AtomicInteger worked = new AtomicInteger();
    TimerLoop loop = replicas.loop(stale);
    Timer due = new Timer(Timer.Kind.BOUNDARY, at("15:00"));
    SimulatedTimers.process(
        loop,
        (tx, timer) -> {
          worked.incrementAndGet();
          return timers
              .insert(tx, List.of(new Timer(Timer.Kind.PREPARE, at("10:00"))))
              .replaceWith(Optional.empty());
        },
        due);
    assertThat(worked).hasValue(0);
    assertThat(scene.due(at("10:00"))).isEqualTo(before);
    assertThat(replicas.refused()).isEqualTo(1);
  }

  /** How many milliseconds nobody led. */
  private long killTheLeader() {
    long before = Replicas.term(scene);
    long begun = System.nanoTime();
    assertThat(Replicas.killTheLeader(scene)).isTrue();
    AtomicLong took = new AtomicLong();
    await()
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> {
              took.set((System.nanoTime() - begun) / 1_000_000);
              return Replicas.term(scene) > before;
            });
    return took.get();
  }
}
