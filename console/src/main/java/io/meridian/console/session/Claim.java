package io.meridian.console.session;

/** The claims of OpenID Connect that the console reads beside subject and roles. */
final class Claim {
  static final String NAME = "name";
  static final String ZONE = "zoneinfo";

  private Claim() {}
}
