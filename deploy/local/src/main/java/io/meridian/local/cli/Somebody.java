package io.meridian.local.cli;

import io.meridian.local.security.LocalTokens;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom to be: a role of the house, or a TAM by their id.
 *
 * @param subject of the token
 * @param role of the token
 */
record Somebody(String subject, String role) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._@-]{1,64}");

  /** What {@code --as} names; empty for what can be no id. */
  static Optional<Somebody> of(String name) {
    return switch (name) {
      case "manager" -> Optional.of(new Somebody("manager-mia", name));
      case "admin" -> Optional.of(new Somebody("admin-ada", name));
      case "observer" -> Optional.of(new Somebody("observer-una", name));
      case "auditor" -> Optional.of(new Somebody("auditor-ole", name));
      case "integration" -> Optional.of(new Somebody("integration-desk", name));
      default ->
          ID.matcher(name).matches() ? Optional.of(new Somebody(name, "tam")) : Optional.empty();
    };
  }

  String token(LocalTokens tokens) {
    return tokens.token(subject, role);
  }
}
