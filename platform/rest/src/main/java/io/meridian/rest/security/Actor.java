package io.meridian.rest.security;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who acts. Made where somebody comes in and proves who they are, or where we act by ourselves;
 * never from what a body says.
 *
 * @param id of printable characters without spaces, 128 at most: a token's subject, an
 *     integration's name, or the name of what acts in us
 * @param roles as tokens call them
 * @param region code of the region that a person belongs to; null where that is not known or
 *     nobody's business
 * @param token id of the API token that a program came with; null for whoever came without one
 */
public record Actor(
    Kind kind, String id, Set<String> roles, @Nullable String region, @Nullable String token) {
  /** What an actor's id looks like, as a pattern. */
  public static final String ID_FORM = "[!-~]{1,128}";

  private static final Pattern ID = Pattern.compile(ID_FORM);

  /** What acts. */
  public enum Kind {
    /** Somebody with a token of their own. */
    PERSON,
    /** Another system. */
    INTEGRATION,
    /** We ourselves: timers, consumers. */
    SYSTEM
  }

  public Actor {
    if (!isId(id)) {
      throw new IllegalArgumentException("no name of an actor: " + id);
    }
    roles = Set.copyOf(roles);
  }

  /** Whether this could be an actor's id. */
  public static boolean isId(@Nullable String id) {
    return id != null && ID.matcher(id).matches();
  }

  /**
   * We ourselves.
   *
   * @param name of the service, or of the part of it, that acts
   */
  public static Actor system(String name) {
    return new Actor(Kind.SYSTEM, name, Set.of(), null, null);
  }

  /** Another system, known by what it signed. */
  public static Actor integration(String id) {
    return new Actor(Kind.INTEGRATION, id, Set.of(), null, null);
  }

  /**
   * Whether the actor reads whatever there is of the business, as TAMs, managers and auditors do.
   * Others read what concerns them.
   */
  public boolean readsAll() {
    return has(Roles.TAM) || has(Roles.MANAGER) || has(Roles.AUDITOR);
  }

  /** Whether the actor has this role. */
  public boolean has(String role) {
    return roles.contains(role);
  }
}
