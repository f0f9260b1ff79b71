package io.meridian.handoff.ledger.domain;

import io.meridian.handoff.ledger.domain.Stretch.Unattended;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A gap as the ledger keeps it.
 *
 * @param end null while it is open
 */
public record Gap(Instant start, @Nullable Instant end, GapReason reason) {

  /** The id of a gap is a function of what it is about: derived again it is the same. */
  public static UUID idOf(UUID escalationId, Instant start) {
    String about = "gap|" + escalationId + "|" + start;
    return UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The gaps among the stretches; one that reaches {@code until} is open.
   *
   * @param until what the stretches were derived up to
   */
  public static List<Gap> in(List<Stretch> stretches, Instant until) {
    return stretches.stream()
        .filter(Unattended.class::isInstance)
        .map(Unattended.class::cast)
        .map(u -> new Gap(u.start(), u.end().isBefore(until) ? u.end() : null, u.reason()))
        .toList();
  }
}
