package io.meridian.console.stub;

import io.meridian.testkit.Tokens;
import io.smallrye.jwt.build.Jwt;

/** Sessions of those who read the pages. */
public final class People {
  private People() {}

  /** A session of this person; of Kim it knows the name and the zone, as a login does. */
  public static String session(String subject, String role) {
    boolean kim = subject.equals(Stories.KIM);
    return Jwt.issuer(Tokens.ISSUER)
        .audience(Tokens.AUDIENCE)
        .subject(subject)
        .groups(role)
        .claim("name", kim ? "Kim Carter" : subject)
        .claim("zoneinfo", kim ? "America/New_York" : "UTC")
        .expiresIn(3600)
        .jws()
        .sign(Tokens.privateKey());
  }
}
