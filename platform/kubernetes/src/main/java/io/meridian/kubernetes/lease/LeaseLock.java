package io.meridian.kubernetes.lease;

import static java.util.Objects.requireNonNullElse;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpecBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.meridian.runtime.leadership.LeaderLock;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A lock that is held as long as the API server acknowledges that it was written anew. The holder
 * counts from when it asked, and stops after two thirds of the lease; others count from when they
 * saw it last change, and wait for the whole: each by its own clock that only runs forward, so that
 * nobody's time of day matters.
 */
final class LeaseLock implements LeaderLock {
  private static final Logger LOG = Logger.getLogger(LeaseLock.class);

  private final LeaseObject object;
  private final String holder;
  private final Duration duration;
  private final LongSupplier nanos;
  private final InstantSource clock;
  private volatile @Nullable Hold hold;
  private @Nullable Seen seen;

  /**
   * @param holder what this replica is called, and no other ever
   * @param duration whole seconds
   * @param nanos a clock that only runs forward
   * @param clock what people read in the Lease; nothing is decided by it
   */
  LeaseLock(
      LeaseObject object,
      String holder,
      Duration duration,
      LongSupplier nanos,
      InstantSource clock) {
    this.object = object;
    this.holder = holder;
    this.duration = duration;
    this.nanos = nanos;
    this.clock = clock;
  }

  /** The Lease as this replica wrote it last, asked for at that instant of the forward clock. */
  private record Hold(Lease lease, long asked) {}

  /** What somebody else had written, and when this replica saw it first. */
  private record Seen(String version, long since) {}

  @Override
  public @Nullable SqlConnection session() {
    return null;
  }

  @Override
  public boolean isHeld() {
    Hold held = hold;
    return held != null && nanos.getAsLong() - held.asked() < 2 * duration.toNanos() / 3;
  }

  @Override
  public boolean acquire() {
    if (isHeld()) {
      return true;
    }
    long asked = nanos.getAsLong();
    Optional<Lease> found = object.read();
    Optional<Lease> taken;
    if (found.isEmpty()) {
      taken = object.create(claim(0));
    } else if (isFree(found.get(), asked)) {
      taken = object.replace(found.get(), claim(transitions(found.get().getSpec())));
    } else {
      taken = Optional.empty();
    }
    keep(taken, asked);
    return isHeld();
  }

  /**
   * Writes the Lease anew, once in a sixth of its duration. Does not fail when the API server is
   * away: until two thirds have passed it may be back.
   */
  @Override
  public void beat() {
    Hold held = hold;
    long asked = nanos.getAsLong();
    if (held == null || asked - held.asked() < duration.toNanos() / 6) {
      return;
    }
    try {
      keep(object.replace(held.lease(), renewed(held.lease())).or(this::renewWhatIsThere), asked);
      if (hold == null) {
        LOG.warnf("Lease %s is not ours any more", object.name());
      }
    } catch (KubernetesClientException e) {
      LOG.warnf("Lease %s was not renewed: %s", object.name(), e.getMessage());
    }
  }

  /** Somebody wrote on it without taking it, or an answer that was ours did not arrive. */
  private Optional<Lease> renewWhatIsThere() {
    return object
        .read()
        .filter(lease -> isOurs(lease.getSpec()))
        .flatMap(lease -> object.replace(lease, renewed(lease)));
  }

  @Override
  public void release() {
    Hold held = hold;
    hold = null;
    try {
      if (held != null) {
        object.replace(held.lease(), given(held.lease()));
      }
    } catch (KubernetesClientException e) {
      LOG.debugf("release of Lease %s: %s", object.name(), e.getMessage());
    } finally {
      object.disconnect();
    }
  }

  /** It is tried for anew, and with it comes another term. */
  @Override
  public void overtaken() {
    hold = null;
  }

  private void keep(Optional<Lease> written, long asked) {
    hold = written.map(lease -> new Hold(lease, asked)).orElse(null);
  }

  /** Nobody's, ours from before, or of somebody who has been silent for as long as they said. */
  private boolean isFree(Lease lease, long now) {
    LeaseSpec spec = lease.getSpec();
    if (spec == null || isBlank(spec.getHolderIdentity()) || isOurs(spec)) {
      return true;
    }
    String version = lease.getMetadata().getResourceVersion();
    Seen last = seen;
    if (last == null || !last.version().equals(version)) {
      seen = new Seen(version, now);
      return false;
    }
    Duration silence =
        Optional.ofNullable(spec.getLeaseDurationSeconds())
            .map(Duration::ofSeconds)
            .orElse(duration);
    return now - last.since() >= silence.toNanos();
  }

  private boolean isOurs(@Nullable LeaseSpec spec) {
    return spec != null && holder.equals(spec.getHolderIdentity());
  }

  private static boolean isBlank(@Nullable String identity) {
    return identity == null || identity.isBlank();
  }

  /** How often it has changed hands, once it is ours. */
  private int transitions(@Nullable LeaseSpec spec) {
    int before = spec == null ? 0 : requireNonNullElse(spec.getLeaseTransitions(), 0);
    return isOurs(spec) ? before : before + 1;
  }

  private LeaseSpec claim(int transitions) {
    ZonedDateTime now = now();
    return new LeaseSpecBuilder()
        .withHolderIdentity(holder)
        .withLeaseDurationSeconds((int) duration.toSeconds())
        .withLeaseTransitions(transitions)
        .withAcquireTime(now)
        .withRenewTime(now)
        .build();
  }

  private LeaseSpec renewed(Lease lease) {
    return new LeaseSpecBuilder(lease.getSpec()).withRenewTime(now()).build();
  }

  private LeaseSpec given(Lease lease) {
    return new LeaseSpecBuilder(lease.getSpec())
        .withHolderIdentity(null)
        .withRenewTime(now())
        .build();
  }

  private ZonedDateTime now() {
    return clock.instant().atZone(ZoneOffset.UTC);
  }
}
