package io.meridian.handoff.engine;

import static io.meridian.handoff.engine.Scene.at;
import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.HandoffEvent;
import io.meridian.events.Severity;
import io.meridian.handoff.application.handoff.AnotherEngine;
import io.meridian.handoff.application.handoff.ShiftChangeEngine;
import io.meridian.handoff.application.timer.SimulatedTimers;
import io.meridian.handoff.application.timer.TimerLoop;
import io.meridian.handoff.store.timer.Timer;
import io.meridian.handoff.store.timer.TimerStore;
import io.meridian.runtime.clock.DomainClock;
import io.meridian.runtime.leadership.Leadership;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.worker.Workers;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Published;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
  private static final String KILL_THE_LEADER =
      """
      select pg_terminate_backend(l.pid) from pg_locks l
      where l.locktype = 'advisory' and l.granted and l.objsubid = 1
        and l.database = (select oid from pg_database where datname = current_database())
        and ((l.classid::bigint << 32) | l.objid::bigint)
          = hashtextextended('meridian:leader:handoff-service', 0)
      """;

  @Inject MovableClock clock;
  @Inject Pool pool;
  @Inject ShiftChangeEngine engine;
  @Inject TimerStore timers;
  @Inject Transactions transactions;
  @Inject DomainClock domainClock;

  private final Workers workers = new Workers();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Scene scene;

  @BeforeEach
  void scene() {
    scene = new Scene(clock, pool);
    scene.begin("09:00", CalendarText.followTheSun());
  }

  @AfterEach
  void close() throws Exception {
    workers.stopAll();
    await().atMost(Duration.ofSeconds(20)).until(() -> leaderSessions() == 1);
    scene.close();
  }

  @Test
  void a_leader_that_dies_at_every_boundary_leaves_exactly_one_effect_each() throws Exception {
    Set<UUID> escalations = new HashSet<>();
    for (int i = 0; i < ESCALATIONS; i++) {
      escalations.add(scene.open(Severity.SEV3, "09:00"));
    }
    startAnotherReplica();
    long firstTerm = term();
    List<Long> takeovers = new ArrayList<>();
    for (String time : List.of("14:30", "15:00", "15:15", "22:30", "23:00", "23:15")) {
      scene.jump(time);
      takeovers.add(killTheLeader());
      scene.awaitEngine();
    }
    assertThat(term()).isGreaterThanOrEqualTo(firstTerm + takeovers.size());
    for (UUID escalation : escalations) {
      assertThat(scene.handoffs(escalation))
          .extracting(h -> h.get("boundary"))
          .containsExactly("2026-03-09T15:00:00Z", "2026-03-09T23:00:00Z");
    }
    eachWasToldOnce(escalations);
    Collections.sort(takeovers);
    LOG.infof(
        "takeover after a killed leader: median %d ms, longest %d ms, of %d",
        takeovers.get(takeovers.size() / 2), takeovers.getLast(), takeovers.size());
  }

  @Test
  void a_replica_whose_term_is_over_is_refused_and_counted() throws Exception {
    Leadership stale = leadership("stale");
    var believed = Leadership.class.getDeclaredField("term");
    believed.setAccessible(true);
    believed.setLong(stale, term() - 1);
    AtomicInteger worked = new AtomicInteger();
    TimerLoop loop =
        SimulatedTimers.another(timers, transactions, stale, domainClock, workers, meters);
    Timer due = new Timer(Timer.Kind.BOUNDARY, at("15:00"));
    SimulatedTimers.process(
        loop,
        (tx, timer) -> {
          worked.incrementAndGet();
          return timers.insert(tx, List.of(new Timer(Timer.Kind.PREPARE, at("10:00"))));
        },
        due);
    assertThat(worked).hasValue(0);
    assertThat(scene.due(at("10:00"))).isZero();
    assertThat(meters.counter("meridian.timers.refused").count()).isEqualTo(1);
  }

  private void startAnotherReplica() throws Exception {
    Leadership leadership = leadership("another");
    SimulatedTimers.another(timers, transactions, leadership, domainClock, workers, meters)
        .start(AnotherEngine.of(engine));
    var start = Leadership.class.getDeclaredMethod("start", StartupEvent.class);
    start.setAccessible(true);
    start.invoke(leadership, new StartupEvent());
  }

  private Leadership leadership(String instance) throws Exception {
    var make =
        Leadership.class.getDeclaredConstructor(
            Pool.class, Workers.class, String.class, boolean.class, String.class);
    make.setAccessible(true);
    return make.newInstance(pool, workers, "handoff-service", true, instance);
  }

  /** How many milliseconds nobody led. */
  private long killTheLeader() {
    long before = term();
    long begun = System.nanoTime();
    assertThat(scene.sql(KILL_THE_LEADER).size()).isPositive();
    AtomicLong took = new AtomicLong();
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> {
              took.set((System.nanoTime() - begun) / 1_000_000);
              return term() > before;
            });
    return took.get();
  }

  private long term() {
    return scene
        .sql("select term from leadership where name = 'handoff-service'")
        .iterator()
        .next()
        .getLong(0);
  }

  private long leaderSessions() {
    return scene.sql(KILL_THE_LEADER.replace("pg_terminate_backend(l.pid)", "l.pid")).size();
  }

  private void eachWasToldOnce(Set<UUID> escalations) {
    int expected =
        scene
            .sql(
                "select coalesce(sum(revision), 0)::int from handoff where escalation_id = any($1)",
                (Object) escalations.toArray(UUID[]::new))
            .iterator()
            .next()
            .getInteger(0);
    Map<UUID, HandoffEvent> events = new HashMap<>();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              for (Published published : scene.kafka().all()) {
                if (published.event() instanceof HandoffEvent event) {
                  events.put(published.id(), event);
                }
              }
              return told(events.values(), escalations).size() >= expected;
            });
    assertThat(told(events.values(), escalations)).hasSize(expected).doesNotHaveDuplicates();
  }

  private static List<String> told(Collection<HandoffEvent> events, Set<UUID> escalations) {
    return events.stream()
        .flatMap(event -> event.handoffs().stream())
        .filter(handoff -> escalations.contains(handoff.escalationId()))
        .map(handoff -> handoff.id() + " " + handoff.revision())
        .toList();
  }
}
