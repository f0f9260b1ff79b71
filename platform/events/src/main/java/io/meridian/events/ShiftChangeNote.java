package io.meridian.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the outgoing crew says to the incoming one at a shift change, beside the handoffs.
 *
 * @param start start of the incoming shift
 * @param crew primary and secondary of the incoming shift
 * @param by who wrote this version
 * @param version counts the edits, from 1
 */
public record ShiftChangeNote(
    UUID shiftChangeId,
    String fromRegion,
    String toRegion,
    Instant boundary,
    Instant start,
    List<Person> crew,
    String text,
    Person by,
    long version,
    Instant changedAt) {

  public ShiftChangeNote {
    crew = List.copyOf(crew);
  }
}
