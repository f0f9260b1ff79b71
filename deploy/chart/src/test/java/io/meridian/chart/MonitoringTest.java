package io.meridian.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts and dashboards. That they ask for figures that there are is LocalStackIT's to say. */
class MonitoringTest {

  private static final Path RULES = Rendering.CHART.resolve("rules/meridian.yaml");
  private static final Path CASES = Path.of("src/test/resources/rules/meridian.test.yaml");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  @BeforeEach
  void layOut() throws IOException {
    Files.copy(RULES, folder.resolve("meridian.yaml"));
    Files.copy(CASES, folder.resolve("meridian.test.yaml"));
  }

  @Test
  void alerts_come_and_go_when_they_should() throws Exception {
    Promtool.run(folder, "check", "rules", "--lint=all", "--lint-fatal", "meridian.yaml");
    Promtool.run(folder, "test", "rules", "meridian.test.yaml");
  }

  @Test
  void every_query_of_a_dashboard_is_one_that_prometheus_reads() throws Exception {
    List<Map<String, String>> rules = new ArrayList<>();
    for (JsonNode dashboard : dashboards()) {
      for (String query : queries(dashboard)) {
        rules.add(Map.of("record", "query:" + rules.size(), "expr", query));
      }
    }
    assertThat(rules).hasSizeGreaterThan(20);
    Map<String, Object> file =
        Map.of("groups", List.of(Map.of("name", "dashboards", "rules", rules)));
    Files.writeString(folder.resolve("queries.yaml"), new YAMLMapper().writeValueAsString(file));

    Promtool.run(folder, "check", "rules", "--lint=none", "queries.yaml");
  }

  @Test
  void every_alert_is_tested_and_has_a_page() throws IOException {
    String cases = Files.readString(CASES);
    String guide = Files.readString(Rendering.HOUSE.resolve("docs/operations.md"));
    List<JsonNode> alerts =
        new YAMLMapper().readTree(RULES.toFile()).findParents("alert").stream().toList();

    assertThat(alerts)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            alert -> {
              String name = alert.path("alert").asText();
              assertThat(cases).contains("alertname: " + name + "\n        exp_alerts:\n");
              assertThat(alert.at("/annotations/runbook_url").asText())
                  .isEqualTo("docs/operations.md#" + name.toLowerCase(Locale.ROOT));
              assertThat(guide).contains("\n### " + name + "\n");
              assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
            });
  }

  @Test
  void every_page_of_the_guide_belongs_to_an_alert() throws IOException {
    String rules = Files.readString(RULES);

    assertThat(Files.readAllLines(Rendering.HOUSE.resolve("docs/operations.md")))
        .filteredOn(line -> line.startsWith("### Meridian"))
        .hasSizeGreaterThan(10)
        .allMatch(line -> rules.contains("alert: " + line.substring("### ".length()) + "\n"));
  }

  @Test
  void a_dashboard_names_each_panel_once_and_places_it_within_the_width() throws IOException {
    for (JsonNode dashboard : dashboards()) {
      assertThat(dashboard.path("panels"))
          .isNotEmpty()
          .allMatch(panel -> panel.at("/gridPos/x").asInt() + panel.at("/gridPos/w").asInt() <= 24)
          .allMatch(panel -> panel.at("/datasource/uid").asText().equals("${datasource}"))
          .extracting(panel -> panel.path("id").asInt())
          .doesNotHaveDuplicates();
      assertThat(dashboard.path("panels"))
          .extracting(panel -> panel.path("title").asText())
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void the_chart_brings_them_as_they_are() throws IOException {
    Rendering chart = Rendering.of("monitored");

    assertThat(chart.all(ConfigMap.class))
        .hasSize(dashboards().size())
        .allSatisfy(
            one ->
                assertThatCode(() -> JSON.readTree(one.getData().values().iterator().next()))
                    .doesNotThrowAnyException());
    JsonNode written = new YAMLMapper().readTree(RULES.toFile());
    JsonNode brought =
        JSON.valueToTree(chart.one(PrometheusRule.class, "meridian-rules").getSpec());
    assertThat(brought.findValuesAsText("expr")).isEqualTo(written.findValuesAsText("expr"));
    assertThat(brought.findValuesAsText("runbook_url"))
        .allMatch(url -> url.startsWith("https://example.com/operations#meridian"));
  }

  @Test
  void what_is_scraped_bears_the_names_that_alerts_ask_for() {
    ServiceMonitor monitor =
        Rendering.of("monitored").one(ServiceMonitor.class, "meridian-services");

    assertThat(monitor.getSpec().getJobLabel()).isEqualTo("app.kubernetes.io/name");
    assertThat(monitor.getSpec().getEndpoints())
        .singleElement()
        .satisfies(endpoint -> assertThat(endpoint.getPath()).isEqualTo("/q/metrics"));
  }

  private static List<JsonNode> dashboards() throws IOException {
    try (Stream<Path> files = Files.list(Rendering.CHART.resolve("dashboards"))) {
      List<JsonNode> dashboards = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        dashboards.add(JSON.readTree(file.toFile()));
      }
      return dashboards;
    }
  }

  private static List<String> queries(JsonNode dashboard) {
    return dashboard.path("panels").findValuesAsText("expr");
  }
}
