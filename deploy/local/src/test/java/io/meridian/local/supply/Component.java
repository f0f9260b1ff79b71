package io.meridian.local.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A library of a bill of materials.
 *
 * @param module whose bill it is on
 */
record Component(String module, String group, String artifact, String version) {

  /** Those of a CycloneDX document in JSON. */
  static List<Component> of(String module, Path bill) throws IOException {
    List<Component> components = new ArrayList<>();
    for (JsonNode one : JsonMapper.builder().build().readTree(bill.toFile()).path("components")) {
      components.add(
          new Component(
              module,
              one.path("group").asText(),
              one.path("name").asText(),
              one.path("version").asText()));
    }
    return components;
  }

  /** Whether this version comes before another, by their numbers: 4.1.130.Final before 4.1.133. */
  boolean isBefore(String other) {
    return Arrays.compare(numbers(version), numbers(other)) < 0;
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("[.-]"))
        .takeWhile(part -> part.matches("\\d{1,9}"))
        .mapToInt(Integer::parseInt)
        .toArray();
  }
}
