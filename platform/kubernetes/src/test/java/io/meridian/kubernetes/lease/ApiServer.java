package io.meridian.kubernetes.lease;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** An API server that keeps what it is told, and what people do with kubectl. */
final class ApiServer implements AutoCloseable {
  static final String NAME = "thing-service";

  private final KubernetesMockServer server =
      new KubernetesMockServer(
          new Context(),
          new MockWebServer(),
          new HashMap<>(),
          new KubernetesCrudDispatcher(),
          false);
  private final KubernetesClient kubectl;

  ApiServer() {
    server.start();
    kubectl = client();
  }

  KubernetesClient client() {
    return server.createClient(
        builder -> builder.editOrNewConfig().withRequestRetryBackoffLimit(0).endConfig());
  }

  Optional<Lease> lease() {
    return Optional.ofNullable(kubectl.leases().withName(NAME).get());
  }

  String holder() {
    return lease().orElseThrow().getSpec().getHolderIdentity();
  }

  void delete() {
    kubectl.leases().withName(NAME).delete();
  }

  void edit(UnaryOperator<LeaseBuilder> change) {
    kubectl.leases().withName(NAME).edit(lease -> change.apply(new LeaseBuilder(lease)).build());
  }

  /** What was asked of it since the last look: "PUT /apis/…". */
  List<String> requests() throws InterruptedException {
    List<String> requests = new ArrayList<>();
    RecordedRequest request = server.takeRequest(1, TimeUnit.MILLISECONDS);
    while (request != null) {
      requests.add(request.getMethod() + " " + request.getPath());
      request = server.takeRequest(1, TimeUnit.MILLISECONDS);
    }
    return requests;
  }

  @Override
  public void close() {
    kubectl.close();
    server.destroy();
  }
}
