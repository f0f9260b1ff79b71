package io.meridian.handoff.person.domain;

import java.time.ZoneId;
import java.util.List;

/**
 * What is known of a person.
 *
 * @param zone in which they read times
 * @param email where they are written to
 * @param manages codes of the regions that they manage, each once, in order
 */
public record PersonDetails(String name, ZoneId zone, String email, List<String> manages) {

  public PersonDetails {
    manages = manages.stream().distinct().sorted().toList();
  }

  /** The same with another zone. */
  public PersonDetails in(ZoneId other) {
    return new PersonDetails(name, other, email, manages);
  }
}
