package io.meridian.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token by which a program comes in. Of its secret only hashes are known: it is 256 random bits,
 * so that a hash of it says nothing.
 *
 * @param name what people call it
 * @param prefix its first characters, by which it is found and told apart
 * @param hash SHA-256 of the secret, in hex
 * @param previousHash of the secret before the last rotation; null when there was none
 * @param previousUntil until when that one is believed; null when there was none
 * @param subject who comes with it: an integration's id, else the prefix
 * @param role that it grants
 * @param operations that it may ask for, as {@code GET /api/v1/on-duty}; at least one
 * @param expiresAt from then on it is believed no longer
 * @param by who issued it
 * @param revokedBy who ended it; null while nobody did
 * @param revision counts its changes, from 1
 * @param changedAt when it was issued, rotated or revoked, whichever was last
 */
public record ApiTokenState(
    UUID id,
    String name,
    String prefix,
    String hash,
    @Nullable String previousHash,
    @Nullable Instant previousUntil,
    String subject,
    String role,
    List<String> operations,
    Instant expiresAt,
    String by,
    Instant issuedAt,
    @Nullable String revokedBy,
    long revision,
    Instant changedAt) {

  public ApiTokenState {
    operations = List.copyOf(operations);
  }

  /**
   * The same with another secret, for as long as it had been given before.
   *
   * @param until from then on the present secret is believed no longer
   */
  public ApiTokenState rotated(String newHash, Instant until, Instant at) {
    Duration life = Duration.between(changedAt, expiresAt);
    return new ApiTokenState(
        id,
        name,
        prefix,
        newHash,
        hash,
        until,
        subject,
        role,
        operations,
        at.plus(life),
        by,
        issuedAt,
        revokedBy,
        revision + 1,
        at);
  }

  /** The same, ended by somebody. */
  public ApiTokenState revoked(String revoker, Instant at) {
    return new ApiTokenState(
        id,
        name,
        prefix,
        hash,
        previousHash,
        previousUntil,
        subject,
        role,
        operations,
        expiresAt,
        by,
        issuedAt,
        revoker,
        revision + 1,
        at);
  }

  /** Whether it counts at an instant: neither revoked nor expired. */
  public boolean counts(Instant at) {
    return revokedBy == null && expiresAt.isAfter(at);
  }
}
