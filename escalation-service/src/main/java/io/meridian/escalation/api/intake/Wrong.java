package io.meridian.escalation.api.intake;

import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with a message, so that its sender learns all of it at once. */
final class Wrong {
  static final int ID_MAX = 255;
  static final int TITLE_MAX = 500;
  static final int TEXT_MAX = 65_536;
  private static final Pattern URL = Pattern.compile("https?://\\S{1,2000}");

  private final List<Violation> violations = new ArrayList<>(0);

  void add(String field, String code, String detail) {
    violations.add(new Violation("/" + field, code, detail));
  }

  /** A field that must be there and not blank. */
  String required(String field, @Nullable String value, int max) {
    if (value == null || value.isBlank()) {
      add(field, "required", "must not be blank");
      return "";
    }
    return atMost(field, value, max);
  }

  /** A field that may be missing. */
  @Nullable String optional(String field, @Nullable String value, int max) {
    return value == null || value.isBlank() ? null : atMost(field, value, max);
  }

  @Nullable String url(String field, @Nullable String value) {
    if (value != null && !URL.matcher(value).matches()) {
      add(field, "pattern", "must be an http or https URL");
    }
    return value;
  }

  private String atMost(String field, String value, int max) {
    if (value.length() > max) {
      add(field, "size", "must have at most " + max + " characters");
    }
    return value;
  }

  /** Lets a message pass that is in order. */
  <T> T none(T message) {
    if (!violations.isEmpty()) {
      throw Problem.invalid(violations);
    }
    return message;
  }
}
