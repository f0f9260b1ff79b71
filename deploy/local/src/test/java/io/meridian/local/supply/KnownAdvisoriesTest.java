package io.meridian.local.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bills of materials that the build has just written, against {@code deploy/advisories}. */
class KnownAdvisoriesTest {

  private static final Path HOUSE = Path.of("..", "..");
  private static final List<String> MODULES =
      List.of(
          "customer-service",
          "escalation-service",
          "handoff-service",
          "metrics-service",
          "console",
          "deploy/local");

  private static JsonNode known() throws IOException {
    return new YAMLMapper().readTree(HOUSE.resolve("deploy/advisories/known.yaml").toFile());
  }

  private static List<Component> components() throws IOException {
    List<Component> all = new ArrayList<>();
    for (String module : MODULES) {
      Path bill = HOUSE.resolve(module).resolve("target/bom.json");
      assertThat(bill).as("written by the build of " + module).exists();
      all.addAll(Component.of(module, bill));
    }
    return all;
  }

  private static boolean concerns(JsonNode advisory, Component component) {
    String[] named = advisory.path("component").asText().split(":");
    return component.group().equals(named[0])
        && (named[1].equals("*") || component.artifact().equals(named[1]))
        && component.isBefore(advisory.path("fixedIn").asText());
  }

  @Test
  void nothing_that_the_build_brings_has_a_known_fault_that_is_mended_elsewhere() throws Exception {
    List<String> faults = new ArrayList<>();
    List<Component> components = components();
    for (JsonNode advisory : known().path("advisories")) {
      if (advisory.path("accepted").asText().isBlank()) {
        components.stream()
            .filter(component -> concerns(advisory, component))
            .forEach(found -> faults.add(advisory.path("id").asText() + " " + found));
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void what_is_accepted_is_still_there_to_be_accepted() throws Exception {
    List<Component> components = components();
    for (JsonNode advisory : known().path("advisories")) {
      if (!advisory.path("accepted").asText().isBlank()) {
        assertThat(components)
            .as(advisory.path("id").asText())
            .anyMatch(component -> concerns(advisory, component));
      }
    }
  }

  @Test
  void the_bills_name_what_a_service_is_made_of() throws Exception {
    for (String module : MODULES) {
      assertThat(components())
          .anyMatch(one -> one.module().equals(module) && one.artifact().equals("netty-codec-http"))
          .anyMatch(
              one ->
                  one.module().equals(module)
                      && one.artifact()
                          .equals(module.equals("console") ? "quarkus-qute" : "kafka-clients"));
    }
  }

  @Test
  void the_list_says_when_it_was_read_and_every_entry_what_is_wrong() throws Exception {
    JsonNode list = known();
    assertThat(LocalDate.parse(list.path("asOf").asText())).isAfter(LocalDate.of(2026, 11, 1));
    for (JsonNode advisory : list.path("advisories")) {
      assertThat(advisory.path("id").asText()).matches("(CVE-\\d{4}-\\d+|GHSA-[0-9a-z-]+)");
      assertThat(advisory.path("component").asText()).matches("[^:]+:[^:]+");
      assertThat(advisory.path("what").asText()).isNotBlank();
    }
  }

  @Test
  void versions_are_compared_by_their_numbers() {
    assertThat(new Component("", "", "", "4.1.130.Final").isBefore("4.1.133.Final")).isTrue();
    assertThat(new Component("", "", "", "4.1.138.Final").isBefore("4.1.133.Final")).isFalse();
    assertThat(new Component("", "", "", "42.7.9").isBefore("42.7.11")).isTrue();
    assertThat(new Component("", "", "", "42.7.11").isBefore("42.7.11")).isFalse();
    assertThat(new Component("", "", "", "2.21").isBefore("2.21.4")).isTrue();
  }
}
