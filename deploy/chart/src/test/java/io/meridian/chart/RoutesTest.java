package io.meridian.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Ingress against what the services say they answer. */
class RoutesTest {

  private final List<HTTPIngressPath> paths =
      Rendering.of("ingress")
          .one(Ingress.class, "meridian-api")
          .getSpec()
          .getRules()
          .getFirst()
          .getHttp()
          .getPaths();

  @ParameterizedTest
  @ValueSource(strings = {"customer", "escalation", "handoff", "metrics"})
  void every_path_of_a_service_leads_to_it(String service) throws IOException {
    JsonNode api =
        new YAMLMapper()
            .readTree(
                Rendering.HOUSE
                    .resolve(service + "-service/src/test/resources/openapi.yaml")
                    .toFile());
    List<String> answered =
        api.path("paths").properties().stream()
            .map(path -> path.getKey())
            // Every service has one of its own, for its operators.
            .filter(path -> !path.startsWith("/api/v1/dead-letters"))
            .filter(path -> !path.startsWith("/api/v1/audit"))
            .filter(path -> !path.startsWith("/api/v1/token-uses"))
            .toList();

    assertThat(answered)
        .hasSizeGreaterThan(2)
        .allSatisfy(path -> assertThat(serves(path)).as(path).contains("meridian-" + service));
  }

  @Test
  void operations_and_what_nobody_answers_stay_inside() {
    assertThat(
            List.of(
                    "/q/metrics",
                    "/q/health",
                    "/api/v1/dead-letters",
                    "/api/v1/audit",
                    "/api/v1/token-uses",
                    "/api/v1/gapsy",
                    "/")
                .stream()
                .flatMap(path -> serves(path).stream()))
        .isEmpty();
  }

  /** As an Ingress chooses: whole segments, the longest prefix. */
  private Optional<String> serves(String path) {
    return paths.stream()
        .filter(one -> path.equals(one.getPath()) || path.startsWith(one.getPath() + "/"))
        .max(Comparator.comparingInt(one -> one.getPath().length()))
        .map(one -> one.getBackend().getService().getName());
  }
}
