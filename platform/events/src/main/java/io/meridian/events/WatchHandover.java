package io.meridian.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is watched comes to the crew of a shift, one of whom is to confirm it.
 *
 * @param shiftId the incoming shift
 * @param boundary when the outgoing crew goes
 * @param start start of the incoming shift
 * @param confirmBy until when one of the crew is to confirm
 * @param crew primary and secondary of the shift
 * @param lead of the incoming region
 * @param confirmedBy who has confirmed; null while nobody has
 * @param changedAt when it came to them, was confirmed, or was to be
 */
public record WatchHandover(
    UUID shiftChangeId,
    String fromRegion,
    String toRegion,
    Instant boundary,
    UUID shiftId,
    Instant start,
    Instant confirmBy,
    List<Person> crew,
    Person lead,
    @Nullable Person confirmedBy,
    Instant changedAt) {

  public WatchHandover {
    crew = List.copyOf(crew);
  }
}
