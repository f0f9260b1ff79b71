package io.meridian.customer.customer.domain;

import io.meridian.customer.directory.domain.Directory;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Assignments of TAMs to regions: region code to TAM id. */
final class TamAssignments {
  private TamAssignments() {}

  static Map<String, String> inOrder(Map<String, String> assignments) {
    return Collections.unmodifiableMap(new TreeMap<>(assignments));
  }

  static Map<String, String> with(Map<String, String> assignments, String region, String tam) {
    TreeMap<String, String> changed = new TreeMap<>(assignments);
    changed.put(region, tam);
    return changed;
  }

  static Map<String, String> without(Map<String, String> assignments, String region) {
    TreeMap<String, String> changed = new TreeMap<>(assignments);
    changed.remove(region);
    return changed;
  }

  /** What the directory has against these assignments, with a pointer to each. */
  static List<Refusal> check(Map<String, String> assignments, Directory directory) {
    return assignments.entrySet().stream()
        .flatMap(a -> check(a.getKey(), a.getValue(), directory))
        .toList();
  }

  private static Stream<Refusal> check(String region, String tam, Directory directory) {
    return directory.objection(region, tam).stream()
        .map(why -> new Refusal("/tamAssignments/" + region, why, tam));
  }
}
