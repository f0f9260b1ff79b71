package io.meridian.local.calendar;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** Where something is in a YAML file, as people say it: {@code regions[0].lead}. */
final class YamlPath {

  private static final Pattern INDEX = Pattern.compile("\\d+");

  private YamlPath() {}

  /**
   * @param pointer RFC 6901
   * @param document an entry that has a name is told by it too
   */
  static String of(String pointer, JsonNode document) {
    if (!pointer.startsWith("/")) {
      return pointer.isEmpty() ? "(the whole file)" : pointer;
    }
    StringBuilder path = new StringBuilder();
    JsonNode at = document;
    for (JsonPointer rest = JsonPointer.compile(pointer); !rest.matches(); rest = rest.tail()) {
      String step = rest.getMatchingProperty();
      if (!at.isObject() && INDEX.matcher(step).matches()) {
        at = at.path(Integer.parseInt(step));
        path.append('[').append(step).append(']').append(name(at));
      } else {
        at = at.path(step);
        path.append(path.isEmpty() ? "" : ".").append(step);
      }
    }
    return path.toString();
  }

  private static String name(JsonNode entry) {
    JsonNode name = entry.path("id").isTextual() ? entry.path("id") : entry.path("code");
    return name.isTextual() ? " (" + name.textValue() + ")" : "";
  }
}
