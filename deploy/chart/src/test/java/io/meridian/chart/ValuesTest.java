package io.meridian.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The values: their schema, their defaults and what README.md says of them are one thing. */
class ValuesTest {

  private static final String BEGIN = "<!-- values: written by ValuesTest -->\n";
  private static final String END = "<!-- end of values -->\n";

  private JsonNode schema;
  private JsonNode defaults;

  @BeforeEach
  void read() throws IOException {
    schema =
        JsonMapper.builder()
            .build()
            .readTree(Rendering.CHART.resolve("values.schema.json").toFile());
    defaults = new YAMLMapper().readTree(Rendering.CHART.resolve("values.yaml").toFile());
  }

  @Test
  void every_value_is_described_and_nothing_else_is_taken() {
    check("", schema);
  }

  private void check(String at, JsonNode value) {
    JsonNode real = resolved(value);
    if (!at.isEmpty()) {
      assertThat(real.path("description").asText()).as(at).isNotBlank();
    }
    if (real.has("properties")) {
      assertThat(real.path("additionalProperties").isBoolean()).as(at).isTrue();
      assertThat(real.path("additionalProperties").asBoolean()).as(at).isFalse();
      real.path("properties")
          .properties()
          .forEach(one -> check(at + "/" + one.getKey(), one.getValue()));
    }
  }

  @Test
  void every_value_of_the_schema_has_a_default() {
    assertThat(leaves())
        .allSatisfy(
            (path, value) ->
                assertThat(defaults.at("/" + path.replace('.', '/')).isMissingNode())
                    .as(path)
                    .isFalse());
  }

  /** Written anew with {@code -Dmeridian.snapshots=write}. */
  @Test
  void the_readme_lists_every_value_with_its_default() throws IOException {
    Path file = Rendering.CHART.resolve("README.md");
    String text = Files.readString(file);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    String table =
        leaves().entrySet().stream()
            .map(this::row)
            .collect(Collectors.joining("", "| value | default | what |\n|---|---|---|\n", ""));
    if ("write".equals(System.getProperty("meridian.snapshots"))) {
      Files.writeString(file, text.substring(0, begin) + table + text.substring(end));
    }

    String written = Files.readString(file);
    assertThat(written.substring(written.indexOf(BEGIN) + BEGIN.length(), written.indexOf(END)))
        .isEqualTo(table);
  }

  private String row(Map.Entry<String, JsonNode> leaf) {
    String value = defaults.at("/" + leaf.getKey().replace('.', '/')).toString();
    StringBuilder what = new StringBuilder(leaf.getValue().path("description").asText());
    if (leaf.getValue().has("enum")) {
      what.append(" One of ").append(leaf.getValue().path("enum").toString().replace(",", ", "));
    }
    return "| `%s` | `%s` | %s |%n"
        .formatted(leaf.getKey(), value, what.toString().replace("|", "\\|"));
  }

  /** What can be set, but for services.*, which are as defaults, and global. */
  private Map<String, JsonNode> leaves() {
    Map<String, JsonNode> leaves = new TreeMap<>();
    schema
        .path("properties")
        .properties()
        .forEach(
            one -> {
              if (!one.getKey().equals("services") && !one.getKey().equals("global")) {
                collect(one.getKey(), one.getValue(), leaves);
              }
            });
    return leaves;
  }

  private void collect(String at, JsonNode value, Map<String, JsonNode> leaves) {
    JsonNode real = resolved(value);
    if (real.has("properties")) {
      real.path("properties")
          .properties()
          .forEach(one -> collect(at + "." + one.getKey(), one.getValue(), leaves));
    } else {
      leaves.put(at, real);
    }
  }

  private JsonNode resolved(JsonNode value) {
    String reference = value.at("/allOf/0/$ref").asText();
    return reference.isEmpty() ? value : schema.at(reference.substring(1));
  }
}
