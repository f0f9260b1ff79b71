package io.meridian.runtime.leadership;

import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.greaterThan;

import io.meridian.runtime.Servers;
import io.meridian.runtime.outbox.Replica;
import io.meridian.runtime.work.UnitOfWork;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LeadershipIT {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String BEGUN_BY_ANOTHER =
      "insert into leadership as l (name, term, holder, since) values ('%s', 1, 'other', now())"
          + " on conflict (name) do update set term = l.term + 1";
  private static int services;
  private static Servers servers;

  private final String service = "service-" + services++;
  private final Replica one = new Replica(servers);
  private final Replica two = new Replica(servers);

  @BeforeAll
  static void startServers() throws Exception {
    servers = Servers.start();
  }

  @AfterAll
  static void stopServers() throws Exception {
    servers.close();
  }

  @AfterEach
  void stop() throws Exception {
    one.close();
    two.close();
  }

  @Test
  void one_replica_leads_and_the_next_leads_in_a_higher_term() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    Leadership first = candidate(one);
    first.onChange(leads -> heard.add("first " + leads));
    await().until(first::isLeader);
    Leadership second = candidate(two);
    second.onChange(leads -> heard.add("second " + leads));
    Thread.sleep(1_200); // two rounds
    assertThat(second.isLeader()).isFalse();
    assertThat(second.term()).isEmpty();
    assertThat(first.term()).isEqualTo(OptionalLong.of(1));

    one.workers.stopAll();
    await().atMost(PATIENCE).until(second::isLeader);
    assertThat(second.term()).isEqualTo(OptionalLong.of(2));
    await()
        .untilAsserted(
            () -> assertThat(heard).containsExactly("first true", "first false", "second true"));
  }

  @Test
  void a_leader_that_listens_late_is_told_at_once() {
    Leadership leadership = candidate(one);
    await().until(leadership::isLeader);
    List<Boolean> heard = new CopyOnWriteArrayList<>();
    await()
        .until(
            () ->
                servers.number("select count(*) from leadership where name = '" + service + "'")
                    == 1);
    leadership.onChange(heard::add);

    await().untilAsserted(() -> assertThat(heard).containsExactly(true));
  }

  @Test
  void the_fence_lets_the_current_term_pass_and_stops_a_stale_one() throws Exception {
    Leadership leadership = candidate(one);
    await().until(leadership::isLeader);
    fenced(one, leadership);

    servers.sql("update leadership set term = term + 1 where name = '" + service + "'");

    assertThatThrownBy(() -> fenced(one, leadership)).isInstanceOf(LostLeadership.class);
  }

  @Test
  void no_term_begins_while_a_fenced_transaction_of_the_last_one_runs() throws Exception {
    Leadership leadership = candidate(one);
    await().until(leadership::isLeader);
    var connection = one.pool.getConnection().await().atMost(PATIENCE);
    var tx = connection.begin().await().atMost(PATIENCE);
    leadership.fence(UnitOfWork.on(connection)).await().atMost(PATIENCE);

    Leadership second = candidate(two);
    one.workers.stopAll();
    Thread.sleep(1_500);
    assertThat(second.isLeader()).isFalse();

    tx.commit().await().atMost(PATIENCE);
    await().atMost(PATIENCE).until(second::isLeader);
  }

  @Test
  void a_leader_whose_session_dies_steps_down_and_the_fence_holds() throws Exception {
    Leadership leadership = candidate(one);
    await().until(leadership::isLeader);
    List<Boolean> heard = new CopyOnWriteArrayList<>();
    leadership.onChange(heard::add);
    servers.sql(
        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted");

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard).startsWith(true, false));
    await().atMost(PATIENCE).until(leadership::isLeader);
    assertThat(leadership.term()).isEqualTo(OptionalLong.of(2));
  }

  @Test
  void who_does_not_lead_asks_twice_a_second_and_no_more() throws Exception {
    ForeignLock lock = new ForeignLock();
    candidate(one, lock);
    Thread.sleep(1_200);
    assertThat(lock.asked).hasValueBetween(1, 4);
  }

  @Test
  void a_term_that_somebody_else_began_meanwhile_is_not_overtaken() {
    ForeignLock lock = new ForeignLock();
    Leadership leadership = candidate(one, lock);
    lock.onAcquire = () -> servers.sql(BEGUN_BY_ANOTHER.formatted(service));
    lock.free = true;
    await().untilAtomic(lock.released, greaterThan(0));
    assertThat(leadership.isLeader()).isFalse();

    lock.onAcquire = () -> {};
    await().until(leadership::isLeader);
    assertThat(leadership.term())
        .hasValue(servers.number("select term from leadership where name = '" + service + "'"));
  }

  @Test
  void a_lock_kept_elsewhere_hears_that_its_holder_was_overtaken() throws Exception {
    ForeignLock lock = new ForeignLock();
    lock.free = true;
    Leadership leadership = candidate(one, lock);
    await().until(leadership::isLeader);
    servers.sql(BEGUN_BY_ANOTHER.formatted(service));

    assertThatThrownBy(() -> fenced(one, leadership)).isInstanceOf(LostLeadership.class);

    await().until(() -> leadership.term().equals(OptionalLong.of(3)));
    fenced(one, leadership);
  }

  @Test
  void a_way_that_there_is_not_is_refused_with_those_that_there_are() {
    assertThatThrownBy(
            () ->
                new Leadership(
                    one.pool,
                    one.workers,
                    List.of(new AdvisoryLock.OfTheService(one.pool)),
                    service,
                    true,
                    "zookeeper",
                    "test"))
        .hasMessage("meridian.leadership.by is one of [advisory-lock], not zookeeper");
  }

  @Test
  void a_holder_that_falls_silent_is_disconnected_by_the_next() throws Exception {
    AdvisoryLock frozen = new AdvisoryLock(one.pool, service, () -> {});
    AdvisoryLock next = new AdvisoryLock(two.pool, service, () -> {});
    assertThat(frozen.acquire()).isTrue();
    assertThat(next.acquire()).isFalse();
    for (int i = 0; i < 7; i++) {
      Thread.sleep(1_000);
      frozen.beat();
      assertThat(next.acquire()).as("the holder is alive").isFalse();
    }

    long silentSince = System.nanoTime();
    await().atMost(PATIENCE).until(next::acquire);
    assertThat(Duration.ofNanos(System.nanoTime() - silentSince))
        .isGreaterThan(Duration.ofSeconds(AdvisoryLock.LEASE_SECONDS - 1));
    assertThat(frozen.isHeld()).isFalse();
    next.release();
  }

  private Leadership candidate(Replica replica) {
    return candidate(replica, new AdvisoryLock.OfTheService(replica.pool));
  }

  private Leadership candidate(Replica replica, LeaderLock.Way way) {
    Leadership leadership =
        new Leadership(replica.pool, replica.workers, way, service, true, "test");
    leadership.start(new StartupEvent(), replica.meters);
    return leadership;
  }

  private static void fenced(Replica replica, Leadership leadership) {
    replica.units.write(leadership::fence).await().atMost(PATIENCE);
  }
}
