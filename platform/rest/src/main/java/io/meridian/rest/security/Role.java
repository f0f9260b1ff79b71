package io.meridian.rest.security;

/** What a caller may be; a token's {@code groups} hold the wire names. */
public enum Role {
  TAM(Roles.TAM),
  MANAGER(Roles.MANAGER),
  OBSERVER(Roles.OBSERVER),
  INTEGRATION(Roles.INTEGRATION),
  AUDITOR(Roles.AUDITOR),
  ADMIN(Roles.ADMIN);

  private final String wireName;

  Role(String wireName) {
    this.wireName = wireName;
  }

  /** The role's name in a token. */
  public String wireName() {
    return wireName;
  }
}
