package io.meridian.kubernetes.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meridian.runtime.leadership.LeaderLock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaseLocksTest {
  private final ApiServer server = new ApiServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void the_lease_is_called_as_the_service_and_its_holder_as_the_replica() {
    LeaderLock lock = locks(Optional.empty(), Duration.ofSeconds(6));

    assertThat(lock.acquire()).isTrue();

    assertThat(server.holder()).matches("handoff-7d9f-8080_[0-9a-f]{8}");
    lock.release();
  }

  @Test
  void a_replica_that_died_does_not_come_back_as_who_held_it() {
    assertThat(locks(Optional.of(ApiServer.NAME), Duration.ofSeconds(6)).acquire()).isTrue();

    assertThat(locks(Optional.of(ApiServer.NAME), Duration.ofSeconds(6)).acquire()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT2S", "PT0S", "PT3.5S", "PT-6S"})
  void a_lease_of_less_than_three_whole_seconds_is_refused(Duration duration) {
    assertThatThrownBy(() -> locks(Optional.empty(), duration))
        .hasMessageContaining("meridian.leadership.lease.duration");
  }

  private LeaderLock locks(Optional<String> name, Duration duration) {
    LeaseConfig config =
        new LeaseConfig() {
          @Override
          public Optional<String> name() {
            return name;
          }

          @Override
          public Duration duration() {
            return duration;
          }
        };
    return new LeaseLocks(config, server::client)
        .lock(ApiServer.NAME, "handoff-7d9f-8080", () -> {});
  }
}
