package io.meridian.handoff.engine;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.meridian.kubernetes.lease.LeaseConfig;
import io.meridian.kubernetes.lease.LeaseLocks;
import io.meridian.testkit.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;

/** The cluster's API server: it can go away, and be back with what it was told before. */
final class ApiServer implements AutoCloseable {
  static final Duration LEASE = Duration.ofSeconds(3);
  private static final String NAMESPACE = "test";
  private static final String NAME = "handoff-leader";

  private final KubernetesCrudDispatcher told = new KubernetesCrudDispatcher();
  private final int port = FreePorts.next();
  private KubernetesMockServer server;

  ApiServer() throws IOException {
    start();
  }

  void start() throws IOException {
    server =
        new KubernetesMockServer(new Context(), new MockWebServer(), new HashMap<>(), told, false);
    server.init(InetAddress.getLoopbackAddress(), port);
  }

  void stop() {
    server.destroy();
  }

  LeaseLocks locks() {
    return new LeaseLocks(
        new LeaseConfig() {
          @Override
          public Optional<String> name() {
            return Optional.of(NAME);
          }

          @Override
          public Duration duration() {
            return LEASE;
          }
        },
        () -> client(Duration.ofMillis(500)));
  }

  /** As somebody does with kubectl. */
  void deleteTheLease() {
    try (KubernetesClient kubectl = client(Duration.ofSeconds(30))) {
      kubectl.leases().withName(NAME).delete();
    }
  }

  private KubernetesClient client(Duration patience) {
    int millis = (int) patience.toMillis();
    return new KubernetesClientBuilder()
        .editOrNewConfig()
        .withMasterUrl("http://localhost:" + port)
        .withNamespace(NAMESPACE)
        .withRequestTimeout(millis)
        .withConnectionTimeout(millis)
        .withRequestRetryBackoffLimit(0)
        .endConfig()
        .build();
  }

  @Override
  public void close() {
    stop();
  }
}
