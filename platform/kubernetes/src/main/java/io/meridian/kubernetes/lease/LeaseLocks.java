package io.meridian.kubernetes.lease;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.meridian.runtime.clock.RealTime;
import io.meridian.runtime.leadership.LeaderLock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Leadership by a Lease in the namespace of this pod. */
@ApplicationScoped
public class LeaseLocks implements LeaderLock.Way {
  private static final Duration SHORTEST = Duration.ofSeconds(3);

  private final LeaseConfig config;
  private final Supplier<KubernetesClient> connecting;

  @Inject
  LeaseLocks(LeaseConfig config) {
    this(config, () -> LeaseObject.inCluster(config.duration()));
  }

  /**
   * @param connecting makes a client, once a lock is tried for; it is closed when the lock is given
   *     back
   */
  public LeaseLocks(LeaseConfig config, Supplier<KubernetesClient> connecting) {
    this.config = config;
    this.connecting = connecting;
  }

  @Override
  public String by() {
    return "lease";
  }

  /**
   * The holder is called as the replica, and by a number that is new each time it starts: a replica
   * that died does not come back as the one that held it.
   */
  @Override
  public LeaderLock lock(String service, String instance, Runnable onLoss) {
    Duration duration = config.duration();
    if (duration.compareTo(SHORTEST) < 0 || duration.toNanosPart() != 0) {
      throw new IllegalArgumentException(
          "meridian.leadership.lease.duration is whole seconds, three at least, not " + duration);
    }
    LeaseObject object = new LeaseObject(config.name().orElse(service), connecting);
    String holder =
        instance + "_" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    return new LeaseLock(object, holder, duration, System::nanoTime, RealTime.clock());
  }
}
