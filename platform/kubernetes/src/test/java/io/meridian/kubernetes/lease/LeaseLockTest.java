package io.meridian.kubernetes.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaseLockTest {
  private static final Duration LEASE = Duration.ofSeconds(6);
  private static final long BEGUN = Long.MAX_VALUE - 5_000_000_000L; // it overflows
  private static final Instant NOW = Instant.parse("2026-03-09T15:00:00Z");

  private final ApiServer server = new ApiServer();
  private final AtomicLong nanos = new AtomicLong(BEGUN);
  private final LeaseLock one = lock("one", NOW);
  private final LeaseLock two = lock("two", NOW.plus(Duration.ofDays(3)));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void one_holds_it_and_says_so_in_the_lease() {
    assertThat(one.acquire()).isTrue();
    assertThat(two.acquire()).isFalse();

    assertThat(one.isHeld()).isTrue();
    assertThat(two.isHeld()).isFalse();
    LeaseSpec spec = server.lease().orElseThrow().getSpec();
    assertThat(spec.getHolderIdentity()).isEqualTo("one");
    assertThat(spec.getLeaseDurationSeconds()).isEqualTo(6);
    assertThat(spec.getRenewTime()).isEqualTo(NOW.atZone(ZoneOffset.UTC));
  }

  @Test
  void a_holder_that_beats_is_left_alone() {
    assertThat(one.acquire()).isTrue();
    for (int second = 0; second < 20; second++) {
      passes(Duration.ofSeconds(1));
      one.beat();
      assertThat(two.acquire()).isFalse();
    }
    assertThat(one.isHeld()).isTrue();
  }

  @Test
  void a_holder_stops_after_two_thirds_and_others_wait_for_the_whole() {
    assertThat(one.acquire()).isTrue();
    assertThat(two.acquire()).isFalse();
    passes(Duration.ofMillis(3_999));
    assertThat(one.isHeld()).isTrue();
    passes(Duration.ofMillis(1));
    assertThat(one.isHeld()).isFalse();
    assertThat(two.acquire()).isFalse();
    passes(Duration.ofMillis(1_999));
    assertThat(two.acquire()).isFalse();
    passes(Duration.ofMillis(1));
    assertThat(two.acquire()).isTrue();
    assertThat(server.lease().orElseThrow().getSpec().getLeaseTransitions()).isEqualTo(1);
  }

  @Test
  void a_holder_that_wakes_up_late_does_not_get_it_back_by_beating() {
    assertThat(one.acquire()).isTrue();
    two.acquire();
    passes(LEASE);
    assertThat(two.acquire()).isTrue();

    one.beat();

    assertThat(one.isHeld()).isFalse();
    assertThat(server.holder()).isEqualTo("two");
    assertThat(two.isHeld()).isTrue();
  }

  @Test
  void a_holder_that_nobody_relieved_takes_it_again() {
    assertThat(one.acquire()).isTrue();
    passes(LEASE);
    assertThat(one.isHeld()).isFalse();

    assertThat(one.acquire()).isTrue();

    assertThat(server.lease().orElseThrow().getSpec().getLeaseTransitions()).isZero();
  }

  @Test
  void what_is_given_back_is_free_at_once() {
    assertThat(one.acquire()).isTrue();
    one.release();
    assertThat(one.isHeld()).isFalse();

    assertThat(two.acquire()).isTrue();
  }

  @Test
  void who_lost_it_gives_nothing_back() {
    assertThat(one.acquire()).isTrue();
    two.acquire();
    passes(LEASE);
    assertThat(two.acquire()).isTrue();

    one.release();

    assertThat(server.holder()).isEqualTo("two");
  }

  @Test
  void a_lease_that_somebody_deletes_is_lost_at_the_next_beat_and_made_anew() {
    assertThat(one.acquire()).isTrue();
    server.delete();
    assertThat(two.acquire()).isTrue();
    passes(Duration.ofSeconds(1));

    one.beat();

    assertThat(one.isHeld()).isFalse();
    assertThat(one.acquire()).isFalse();
  }

  @Test
  void a_lease_that_somebody_hands_to_another_is_lost_at_the_next_beat() {
    assertThat(one.acquire()).isTrue();
    server.edit(lease -> lease.editSpec().withHolderIdentity("two").endSpec());
    passes(Duration.ofSeconds(1));

    one.beat();

    assertThat(one.isHeld()).isFalse();
  }

  @Test
  void a_lease_that_somebody_only_writes_on_stays_ours() {
    assertThat(one.acquire()).isTrue();
    server.edit(lease -> lease.editMetadata().addToLabels("seen", "yes").endMetadata());
    passes(Duration.ofSeconds(3));
    one.beat();
    passes(Duration.ofSeconds(3));

    assertThat(one.isHeld()).isTrue();
  }

  @Test
  void nobodys_time_of_day_matters() {
    assertThat(one.acquire()).isTrue();
    two.acquire();
    server.edit(lease -> lease.editSpec().withRenewTime(longAgo()).endSpec());
    passes(Duration.ofMillis(5_999));

    assertThat(two.acquire()).isFalse();
  }

  @Test
  void without_the_api_server_it_is_held_for_two_thirds_and_then_nobodys() {
    assertThat(one.acquire()).isTrue();
    server.close();
    passes(Duration.ofSeconds(3));
    one.beat();
    assertThat(one.isHeld()).isTrue();
    passes(Duration.ofSeconds(1));
    one.beat();
    assertThat(one.isHeld()).isFalse();
    assertThatThrownBy(one::acquire).isInstanceOf(KubernetesClientException.class);
    one.release();
  }

  @Test
  void who_is_told_that_its_term_is_over_tries_anew() {
    assertThat(one.acquire()).isTrue();
    one.overtaken();
    assertThat(one.isHeld()).isFalse();

    assertThat(two.acquire()).isFalse();
    assertThat(one.acquire()).isTrue();
  }

  @Test
  void of_two_that_find_it_free_at_once_one_gets_it() {
    assertThat(one.acquire()).isTrue();
    one.release();
    LeaseObject object = new LeaseObject(ApiServer.NAME, server::client);
    var free = object.read().orElseThrow();
    assertThat(two.acquire()).isTrue();

    assertThat(object.replace(free, free.getSpec())).isEmpty();
    assertThat(object.create(free.getSpec())).isEmpty();
    object.disconnect();
  }

  /** The rights of the chart: create leases; get and update this one. */
  @Test
  void it_asks_for_its_one_lease_and_nothing_else() throws InterruptedException {
    one.acquire();
    passes(Duration.ofSeconds(1));
    one.beat();
    two.acquire();
    one.release();
    two.acquire();

    String leases = "/apis/coordination.k8s.io/v1/namespaces/test/leases";
    assertThat(server.requests())
        .hasSizeGreaterThan(4)
        .containsOnly(
            "POST " + leases,
            "GET " + leases + "/" + ApiServer.NAME,
            "PUT " + leases + "/" + ApiServer.NAME);
  }

  private static ZonedDateTime longAgo() {
    return NOW.minus(Duration.ofDays(1)).atZone(ZoneOffset.UTC);
  }

  private void passes(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private LeaseLock lock(String holder, Instant now) {
    LeaseObject object = new LeaseObject(ApiServer.NAME, server::client);
    return new LeaseLock(
        object, holder, LEASE, nanos::get, () -> now.plusNanos(nanos.get() - BEGUN));
  }
}
