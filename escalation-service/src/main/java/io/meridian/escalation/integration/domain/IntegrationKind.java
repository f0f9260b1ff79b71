package io.meridian.escalation.integration.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which contract an integration's messages follow. */
public enum IntegrationKind {
  GENERIC,
  SERVICENOW;

  /** The word in paths and JSON, e.g. {@code servicenow}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of this word. */
  public static Optional<IntegrationKind> of(String wireName) {
    return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findFirst();
  }
}
