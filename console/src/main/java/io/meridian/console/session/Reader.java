package io.meridian.console.session;

import io.meridian.console.time.Zones;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.ZoneId;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who reads this page: what their token says. */
@RequestScoped
public class Reader {
  private final SecurityIdentity identity;

  Reader(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The token's subject; for a TAM the id of their entry in the calendar. */
  public String id() {
    return token().getSubject();
  }

  /** What to call them. */
  public String name() {
    String name = token().getClaim(Claim.NAME);
    return name == null || name.isBlank() ? id() : name;
  }

  /** The zone in which they read times; UTC while none is known. */
  public ZoneId zone() {
    return Zones.orUtc(token().getClaim(Claim.ZONE));
  }

  /** Whether the token grants this role. */
  public boolean is(Role role) {
    return identity.hasRole(role.wireName());
  }

  /**
   * Whether all escalations and the roster may be read; an administrator does no business, and an
   * observer sees their own customers.
   */
  public boolean seesTheHouse() {
    return is(Role.TAM) || is(Role.MANAGER) || is(Role.AUDITOR);
  }

  /** The header with which the services are asked on this reader's behalf. */
  public String bearer() {
    return "Bearer " + token().getRawToken();
  }

  private JsonWebToken token() {
    return (JsonWebToken) identity.getPrincipal();
  }
}
