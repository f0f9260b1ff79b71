package io.meridian.local.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.meridian.local.security.HouseSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What holds of the compose file without an engine. */
class ComposeFileTest {

  private static final Path FILE = Path.of("../compose/compose.yaml");
  private static final List<String> SERVICES =
      List.of("customer-service", "escalation-service", "handoff-service", "metrics-service");

  private String text = "";
  private JsonNode services;

  @BeforeEach
  void read() throws IOException {
    text = Files.readString(FILE);
    // SnakeYAML merges what << names; Jackson alone does not.
    Map<String, Object> merged = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    services = JsonMapper.builder().build().<JsonNode>valueToTree(merged).path("services");
  }

  @Test
  void the_secrets_are_those_that_the_tools_print_and_none_has_a_default() {
    Set<String> asked =
        Pattern.compile("\\$\\{([A-Z_]+):\\?")
            .matcher(text)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());

    assertThat(asked).isEqualTo(HouseSecrets.generate().keySet());
  }

  @Test
  void what_is_ours_runs_without_rights_on_a_read_only_root() {
    List<Map.Entry<String, JsonNode>> ours =
        services.properties().stream()
            .filter(one -> one.getValue().path("image").asText().contains("meridian/"))
            .toList();

    assertThat(ours)
        .hasSize(9)
        .allSatisfy(
            one -> {
              assertThat(one.getValue().path("read_only").asBoolean()).isTrue();
              assertThat(one.getValue().path("cap_drop")).hasToString("[\"ALL\"]");
              assertThat(one.getValue().path("security_opt"))
                  .hasToString("[\"no-new-privileges:true\"]");
              assertThat(one.getValue().path("mem_limit").asText()).endsWith("m");
            });
  }

  @Test
  void each_service_has_a_database_of_its_own_and_starts_once_the_topics_are_there() {
    assertThat(SERVICES)
        .allSatisfy(
            name -> {
              JsonNode service = services.path(name);
              String database = "/" + name.replace("-service", "");
              assertThat(service.at("/environment/QUARKUS_DATASOURCE_JDBC_URL").asText())
                  .endsWith(database);
              assertThat(service.at("/environment/QUARKUS_DATASOURCE_REACTIVE_URL").asText())
                  .endsWith(database);
              assertThat(service.at("/depends_on/topics/condition").asText())
                  .isEqualTo("service_completed_successfully");
            });
  }

  @Test
  void every_database_is_made() throws IOException {
    String made =
        services.at("/postgres/environment/POSTGRES_DB").asText()
            + Files.readString(FILE.resolveSibling("databases.sql"));

    assertThat(SERVICES).allMatch(name -> made.contains(name.replace("-service", "")));
  }

  @Test
  void the_console_asks_the_services_and_logs_in_with_the_key_of_this_house() {
    JsonNode console = services.path("console");

    assertThat(console.at("/environment/QUARKUS_PROFILE").asText()).isEqualTo("local");
    assertThat(console.at("/environment/MERIDIAN_CONSOLE_LOCAL_LOGIN_KEY").asText())
        .contains("MERIDIAN_JWT_PRIVATE_KEY");
    assertThat(console.path("environment").has("QUARKUS_DATASOURCE_PASSWORD")).isFalse();
    assertThat(services.at("/door/depends_on/console/condition").asText())
        .isEqualTo("service_healthy");
  }

  @Test
  void only_the_door_is_open_and_only_to_this_machine() {
    assertThat(services.properties())
        .filteredOn(one -> one.getValue().has("ports"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.getKey()).isEqualTo("door");
              assertThat(one.getValue().path("ports"))
                  .singleElement()
                  .asString()
                  .startsWith("\"127.0.0.1:");
            });
  }
}
