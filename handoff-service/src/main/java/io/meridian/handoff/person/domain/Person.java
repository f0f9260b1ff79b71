package io.meridian.handoff.person.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who can be reached and is on no roster.
 *
 * @param id the subject of their tokens
 * @param revision counts the changes, from 1
 */
public record Person(String id, PersonDetails details, long revision, Instant changedAt) {

  /** Somebody whom nobody has made known before. */
  public static Person first(String id, PersonDetails details, Instant at) {
    return new Person(id, details, 1, at);
  }

  /** The next revision; empty when nothing is different. */
  public Optional<Person> describe(PersonDetails other, Instant at) {
    return other.equals(details)
        ? Optional.empty()
        : Optional.of(new Person(id, other, revision + 1, at));
  }
}
