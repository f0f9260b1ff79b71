package io.meridian.handoff.engine;

import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.GapEvent;
import io.meridian.events.HandoffEvent;
import io.meridian.handoff.duty.application.timer.SimulatedTimers;
import io.meridian.handoff.duty.application.timer.TimerLoop;
import io.meridian.handoff.duty.store.timer.TimerStore;
import io.meridian.handoff.handoff.application.AnotherEngine;
import io.meridian.handoff.handoff.application.ShiftChangeEngine;
import io.meridian.runtime.clock.DomainClock;
import io.meridian.runtime.leadership.AdvisoryLock;
import io.meridian.runtime.leadership.LeaderLock;
import io.meridian.runtime.leadership.Leadership;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.worker.Workers;
import io.meridian.testkit.Published;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Further replicas of the engine over the database of the one under test. */
@Dependent
public class Replicas {
  static final String TERM = "select term from leadership where name = 'handoff-service'";
  private static final String LEADERS =
      """
      select %s from pg_locks l
      where l.locktype = 'advisory' and l.granted and l.objsubid = 1
        and l.database = (select oid from pg_database where datname = current_database())
        and ((l.classid::bigint << 32) | l.objid::bigint)
          = hashtextextended('meridian:leader:handoff-service', 0)
      """;

  @Inject Pool pool;
  @Inject ShiftChangeEngine engine;
  @Inject TimerStore timers;
  @Inject Transactions transactions;
  @Inject DomainClock domainClock;

  final Workers workers = new Workers();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  /** Steps that were made in a term that was over. */
  final AtomicInteger termFaults = new AtomicInteger();

  /** Starts another replica, which leads as soon as it can. */
  void start(String instance) throws Exception {
    start(leadership(instance));
  }

  /** The same with a leadership of its own. */
  void start(Leadership leadership) throws Exception {
    start(leadership, clock -> clock);
  }

  /** The same with a clock of its own. */
  void start(Leadership leadership, UnaryOperator<DomainClock> clock) throws Exception {
    loop(leadership, clock.apply(domainClock)).start(watched(leadership));
    var start =
        Leadership.class.getDeclaredMethod("start", StartupEvent.class, MeterRegistry.class);
    start.setAccessible(true);
    start.invoke(leadership, new StartupEvent(), meters);
  }

  /** The leadership of a replica that was not started. */
  Leadership leadership(String instance) throws Exception {
    return leadership(instance, new AdvisoryLock.OfTheService(pool));
  }

  /** The same, by another way to agree on who leads. */
  Leadership leadership(String instance, LeaderLock.Way way) throws Exception {
    var make =
        Leadership.class.getDeclaredConstructor(
            Pool.class,
            Workers.class,
            LeaderLock.Way.class,
            String.class,
            boolean.class,
            String.class);
    make.setAccessible(true);
    return make.newInstance(pool, workers, way, "handoff-service", true, instance);
  }

  TimerLoop loop(Leadership leadership) {
    return loop(leadership, domainClock);
  }

  private TimerLoop loop(Leadership leadership, DomainClock clock) {
    return SimulatedTimers.another(timers, transactions, leadership, clock, workers, meters);
  }

  private TimerLoop.Work watched(Leadership leadership) {
    TimerLoop.Work work = AnotherEngine.of(engine);
    return (unit, timer) -> {
      OptionalLong believed = leadership.term();
      return unit.query(TERM)
          .invoke(
              rows -> {
                long current = rows.iterator().next().getLong(0);
                if (believed.isPresent() && believed.getAsLong() != current) {
                  termFaults.incrementAndGet();
                }
              })
          .chain(() -> work.run(unit, timer));
    };
  }

  /** Ends the leader's session; false when nobody leads just now. */
  static boolean killTheLeader(Scene scene) {
    return scene.sql(LEADERS.formatted("pg_terminate_backend(l.pid)")).size() > 0;
  }

  static int leaders(Scene scene) {
    return scene.sql(LEADERS.formatted("l.pid")).size();
  }

  static long term(Scene scene) {
    return scene.sql(TERM).iterator().next().getLong(0);
  }

  /** Steps that the fence has refused. */
  double refused() {
    return meters.counter("meridian.timers.refused").count();
  }

  void stop() throws InterruptedException {
    workers.stopAll();
  }

  /** Each revision of each handoff of these escalations was published once, and of each gap. */
  static void eachWasToldOnce(Scene scene, Set<UUID> escalations) {
    UUID[] ids = escalations.toArray(UUID[]::new);
    int expected =
        number(
                scene,
                "select coalesce(sum(revision), 0)::int from handoff where escalation_id = any($1)",
                ids)
            + number(
                scene,
                "select coalesce(sum(revision), 0)::int from gap where escalation_id = any($1)",
                ids);
    Map<UUID, Published> log = new HashMap<>();
    await()
        .until(
            () -> {
              scene.kafka().all().forEach(published -> log.put(published.id(), published));
              return told(log, escalations).size() >= expected;
            });
    assertThat(told(log, escalations)).hasSize(expected).doesNotHaveDuplicates();
  }

  private static int number(Scene scene, String query, UUID[] ids) {
    return scene.sql(query, (Object) ids).iterator().next().getInteger(0);
  }

  private static List<String> told(Map<UUID, Published> log, Set<UUID> escalations) {
    return log.values().stream()
        .map(Published::event)
        .flatMap(
            event ->
                switch (event) {
                  case HandoffEvent handoffs ->
                      handoffs.handoffs().stream()
                          .filter(h -> escalations.contains(h.escalationId()))
                          .map(h -> h.id() + " " + h.revision());
                  case GapEvent gaps ->
                      gaps.gaps().stream()
                          .filter(g -> escalations.contains(g.escalationId()))
                          .map(g -> g.id() + " " + g.revision());
                  default -> Stream.<String>empty();
                })
        .toList();
  }
}
