package io.meridian.rest.security;

/** The names of the roles, for {@code @RolesAllowed}. */
public final class Roles {
  /** An on-call engineer; the token's subject is the id on the roster. */
  public static final String TAM = "tam";

  /** Runs a region or all of them. */
  public static final String MANAGER = "manager";

  /** Somebody who is no TAM and follows what concerns them. */
  public static final String OBSERVER = "observer";

  /** Another system. */
  public static final String INTEGRATION = "integration";

  /** Reads everything, evidence included, and does nothing. */
  public static final String AUDITOR = "auditor";

  /** Keeps Meridian running: integrations, dead letters, recomputation; no business. */
  public static final String ADMIN = "admin";

  private Roles() {}
}
