package io.meridian.escalation.api.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.rest.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Fields of a JSON object whose sender writes everything as a string, more or less. */
final class JsonFields {
  private final JsonNode object;

  /**
   * @throws Problem 400 when it is no object
   */
  JsonFields(@Nullable JsonNode json) {
    if (json == null || !json.isObject()) {
      throw Problem.invalid("", "wrong-type", "must be an object");
    }
    this.object = json;
  }

  /**
   * The field's text: of a string, a number, or a reference's value; null if it is missing or
   * empty.
   *
   * @throws Problem 400 when it is something else, or text that cannot be stored
   */
  @Nullable String text(String field) {
    return text(field, "value");
  }

  /** The same, but of a reference the text for people. */
  @Nullable String display(String field) {
    String display = text(field, "display_value");
    return display == null ? text(field) : display;
  }

  private @Nullable String text(String field, String ofReference) {
    JsonNode value = object.get(field);
    JsonNode scalar = value != null && value.isObject() ? value.get(ofReference) : value;
    if (scalar == null || scalar.isNull()) {
      return null;
    }
    if (!scalar.isValueNode() || scalar.isBoolean()) {
      throw Problem.invalid("/" + field, "wrong-type", "must be a string");
    }
    String text = scalar.asText().strip();
    if (text.indexOf(0) >= 0) {
      throw Problem.invalid("/" + field, "wrong-type", "must be a string without NUL characters");
    }
    return text.isEmpty() ? null : text;
  }
}
