package io.meridian.local.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.local.stack.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

  @ParameterizedTest(name = "{0} is answered by {1}")
  @CsvSource({
    "/api/v1/customers, CUSTOMER",
    "/api/v1/customers/1/tam-assignments, CUSTOMER",
    "/api/v1/sla-policies, CUSTOMER",
    "/api/v1/escalations/ESC-1042/timeline, ESCALATION",
    "/api/v1/intake/generic/1, ESCALATION",
    "/api/v1/integrations, ESCALATION",
    "/api/v1/escalations/metrics, METRICS",
    "/api/v1/handoffs/metrics, METRICS",
    "/api/v1/gaps/summary, METRICS",
    "/api/v1/handoffs/1/acceptance, HANDOFF",
    "/api/v1/calendar, HANDOFF",
    "/api/v1/regions, HANDOFF",
    "/api/v1/tams, HANDOFF",
    "/api/v1/shift-patterns, HANDOFF",
    "/api/v1/rotations, HANDOFF",
    "/api/v1/overrides, HANDOFF",
    "/api/v1/leaves/l1, HANDOFF",
    "/api/v1/swap-requests/1/acceptance, HANDOFF",
    "/api/v1/worked-shifts, HANDOFF",
    "/api/v1/shifts, HANDOFF",
    "/api/v1/coverage/gaps, HANDOFF",
    "/api/v1/on-duty, HANDOFF",
    "/api/v1/shift-changes, HANDOFF",
    "/api/v1/accountability/1, HANDOFF",
    "/api/v1/board, HANDOFF",
    "/api/v1/me/tam, HANDOFF",
    "/api/v1/my/shift, HANDOFF",
    "/api/v1/watch-items/1/confirmation, HANDOFF",
    "/api/v1/persons/head-hana, HANDOFF"
  })
  void every_resource_has_its_service(String path, Part service) {
    assertThat(Route.of(path)).hasValue(new Route(service, path));
  }

  @Test
  void a_services_operations_are_reached_by_its_name() {
    assertThat(Route.of("/services/handoff/q/openapi"))
        .hasValue(new Route(Part.HANDOFF, "/q/openapi"));
    assertThat(Route.of("/services/metrics-service/q/swagger-ui/index.css"))
        .hasValue(new Route(Part.METRICS, "/q/swagger-ui/index.css"));
  }

  @Test
  void a_services_dead_letters_are_reached_by_its_name() {
    assertThat(Route.of("/services/handoff/api/v1/dead-letters"))
        .hasValue(new Route(Part.HANDOFF, "/api/v1/dead-letters"));
    assertThat(Route.of("/services/metrics/api/v1/dead-letters/gaps/7/replay"))
        .hasValue(new Route(Part.METRICS, "/api/v1/dead-letters/gaps/7/replay"));
  }

  @Test
  void so_is_its_audit_log() {
    assertThat(Route.of("/services/escalation/api/v1/audit/chains/audit/verification"))
        .hasValue(new Route(Part.ESCALATION, "/api/v1/audit/chains/audit/verification"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/shift", "/handoffs/1", "/assets/console.css", "/apis", "/login"})
  void every_other_path_is_the_consoles(String path) {
    assertThat(Route.of(path)).hasValue(new Route(Part.CONSOLE, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/services",
        "/handoffs/../x",
        "/api/v1/",
        "/api/v1/nope",
        "/api/v2/gaps",
        "/services/kafka/q/openapi",
        "/services/handoff/q/health",
        "/services/handoff/q/health/ready",
        "/services/handoff/q/metrics",
        "/services/handoff/q/openapix",
        "/services/handoff/q",
        "/services/handoff/api/v1/shifts",
        "/services/handoff/api/v1/dead-lettersx",
        "/api/v1/dead-letters",
        "/api/v1/audit",
        "/services/handoff",
        "/api/v1/escalations/../../../q/metrics",
        "/api/v1/escalations/%2e%2E/x",
        "/api/v1/escalations/.",
        "/services/handoff/q/../api/v1/dead-letters"
      })
  void what_is_neither_a_page_nor_a_service_has_none(String path) {
    assertThat(Route.of(path)).isEmpty();
  }

  /** By their descriptions, the snapshots that their tests hold. */
  @Test
  void what_a_service_sends_as_a_stream_is_one_here_and_nothing_else_is() throws IOException {
    for (String service : List.of("customer", "escalation", "handoff", "metrics")) {
      String at = "";
      Set<String> paths = new TreeSet<>();
      Set<String> streams = new TreeSet<>();
      for (String line :
          Files.readAllLines(
              Path.of("../..", service + "-service", "src/test/resources/openapi.yaml"))) {
        if (line.matches("  /\\S*:")) {
          at = line.substring(2, line.length() - 1);
          paths.add(at);
        } else if (line.strip().startsWith("text/event-stream:")) {
          streams.add(at);
        }
      }
      assertThat(paths).isNotEmpty();
      assertThat(paths.stream().filter(RouteTest::isStream)).containsExactlyElementsOf(streams);
    }
  }

  private static boolean isStream(String path) {
    return Route.of(path).filter(Route::isStream).isPresent();
  }
}
