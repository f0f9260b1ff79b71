package io.meridian.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or one token, is let in nowhere.
 *
 * @param subject of every token of theirs; null where one token is meant
 * @param tokenId {@code jti} of the token; null where somebody is meant
 * @param until then it ends by itself; null for good
 * @param reason for whoever is denied, and for the audit
 * @param by who made it
 * @param liftedBy who ended it; null while it counts
 * @param revision counts its changes, from 1
 */
public record DenialState(
    UUID id,
    @Nullable String subject,
    @Nullable String tokenId,
    @Nullable Instant until,
    String reason,
    String by,
    Instant madeAt,
    @Nullable String liftedBy,
    long revision,
    Instant changedAt) {

  /** The same, ended by somebody. */
  public DenialState lifted(String lifter, Instant at) {
    return new DenialState(
        id, subject, tokenId, until, reason, by, madeAt, lifter, revision + 1, at);
  }

  /** Whether it counts at an instant. */
  public boolean counts(Instant at) {
    return liftedBy == null && (until == null || until.isAfter(at));
  }
}
