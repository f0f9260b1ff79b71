package io.meridian.handoff.notification.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Two services tell of gaps, and whoever reads one reads the other. */
class GapNewsViewTest {

  @Test
  void a_gap_on_the_stream_has_the_fields_of_the_gap_that_is_asked_for() throws IOException {
    assertThat(fields("src/test/resources/openapi.yaml"))
        .isEqualTo(fields("../metrics-service/src/test/resources/openapi.yaml"))
        .contains("asked", "askedSince", "duration", "links");
  }

  private static Set<String> fields(String document) throws IOException {
    JsonNode schema =
        new YAMLMapper()
            .readTree(Path.of(document).toFile())
            .at("/components/schemas/GapDetail/properties");
    Set<String> names = new TreeSet<>();
    schema.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
