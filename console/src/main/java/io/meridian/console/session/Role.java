package io.meridian.console.session;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a reader may be; a token's {@code groups} hold the names in small letters. */
public enum Role {
  TAM,
  MANAGER,
  OBSERVER,
  AUDITOR,
  ADMIN;

  /** The name in a token. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of this name. */
  public static Optional<Role> of(String wireName) {
    return Arrays.stream(values()).filter(role -> role.wireName().equals(wireName)).findFirst();
  }
}
