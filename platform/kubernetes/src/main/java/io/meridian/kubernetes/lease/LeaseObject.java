package io.meridian.kubernetes.lease;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One Lease, by its name, in the client's namespace. The client is made when it is first needed.
 * Whatever the API server does not do fails with a {@link KubernetesClientException}, but for what
 * others were faster at.
 */
final class LeaseObject {
  private final String name;
  private final Supplier<KubernetesClient> connecting;
  private @Nullable KubernetesClient client;

  LeaseObject(String name, Supplier<KubernetesClient> connecting) {
    this.name = name;
    this.connecting = connecting;
  }

  /** The client of this pod's account; no answer is waited for longer than a sixth of the lease. */
  static KubernetesClient inCluster(Duration lease) {
    int patience = (int) lease.dividedBy(6).toMillis();
    return new KubernetesClientBuilder()
        .withConfig(
            new ConfigBuilder()
                .withRequestTimeout(patience)
                .withConnectionTimeout(patience)
                .withRequestRetryBackoffLimit(0)
                .build())
        .build();
  }

  String name() {
    return name;
  }

  /** As it is now; empty when there is none. */
  Optional<Lease> read() {
    return Optional.ofNullable(client().leases().withName(name).get());
  }

  /** Makes it; empty when somebody else just did. */
  Optional<Lease> create(LeaseSpec spec) {
    Lease lease =
        new LeaseBuilder().withNewMetadata().withName(name).endMetadata().withSpec(spec).build();
    return unlessOthersDid(client().resource(lease)::create);
  }

  /** Writes it anew; empty when it is not what {@code read} was any more. */
  Optional<Lease> replace(Lease read, LeaseSpec spec) {
    Lease lease = new LeaseBuilder(read).withSpec(spec).build();
    Resource<Lease> resource = client().resource(lease);
    return unlessOthersDid(resource::update);
  }

  /** Lets the client go; the next question makes another. */
  void disconnect() {
    KubernetesClient gone = client;
    client = null;
    if (gone != null) {
      gone.close();
    }
  }

  private KubernetesClient client() {
    KubernetesClient known = client;
    if (known == null) {
      known = connecting.get();
      client = known;
    }
    return known;
  }

  private static Optional<Lease> unlessOthersDid(Supplier<Lease> request) {
    try {
      return Optional.of(request.get());
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_CONFLICT
          || e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
