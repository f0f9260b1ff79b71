package io.meridian.handoff.ledger.domain;

import io.meridian.events.RestCause;
import io.meridian.handoff.ledger.domain.Stretch.Resting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch in which nobody is expected to act on an open escalation.
 *
 * @param end null while it goes on
 * @param tam whose it is
 * @param region in which they hold it
 */
public record Rest(
    Instant start, @Nullable Instant end, RestCause cause, String tam, String region) {

  /** The id of a rest is a function of what it is about: derived again it is the same. */
  public static UUID idOf(UUID escalationId, Instant start) {
    String about = "rest|" + escalationId + "|" + start;
    return UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The rests among the stretches; one that reaches {@code until} goes on.
   *
   * @param until what the stretches were derived up to
   */
  public static List<Rest> in(List<Stretch> stretches, Instant until) {
    return stretches.stream()
        .filter(Resting.class::isInstance)
        .map(Resting.class::cast)
        .map(
            r ->
                new Rest(
                    r.start(),
                    r.end().isBefore(until) ? r.end() : null,
                    r.cause(),
                    r.tam(),
                    r.region()))
        .toList();
  }
}
