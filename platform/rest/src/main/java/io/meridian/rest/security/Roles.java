package io.meridian.rest.security;

/** The names of the roles, for {@code @RolesAllowed}. */
public final class Roles {
  /** An on-call engineer; the token's subject is the id on the roster. */
  public static final String TAM = "tam";

  /** Runs a region or all of them. */
  public static final String MANAGER = "manager";

  /** Another system. */
  public static final String INTEGRATION = "integration";

  /** Configures Meridian. */
  public static final String ADMIN = "admin";

  private Roles() {}
}
