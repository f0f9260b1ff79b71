package io.meridian.escalation.integration.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Another system that sends tickets.
 *
 * @param name what people call it; stands as the author of what it sends
 * @param secret signs its messages, {@code whsec_} and base64
 * @param previousSecret the one before the last rotation, believed until {@code previousUntil}
 * @param revokedAt nothing it sends is believed from then on; null while it is active
 */
public record Integration(
    UUID id,
    IntegrationKind kind,
    String name,
    String secret,
    @Nullable String previousSecret,
    @Nullable Instant previousUntil,
    Instant createdAt,
    String createdBy,
    @Nullable Instant revokedAt,
    long revision) {

  /** A new one with its first secret. */
  public static Integration create(
      UUID id, IntegrationKind kind, String name, String secret, String by, Instant now) {
    return new Integration(id, kind, name, secret, null, null, now, by, null, 1);
  }

  /** Gives it a new secret; the present one is believed for {@code overlap} more. */
  public Integration rotate(String newSecret, Instant now, Duration overlap) {
    return new Integration(
        id,
        kind,
        name,
        newSecret,
        secret,
        now.plus(overlap),
        createdAt,
        createdBy,
        revokedAt,
        revision + 1);
  }

  /** Believes it no longer; a second time changes nothing. */
  public Integration revoke(Instant now) {
    return revokedAt != null
        ? this
        : new Integration(
            id, kind, name, secret, null, null, createdAt, createdBy, now, revision + 1);
  }

  /** The same with its secrets as {@code seal} stores them: nothing of it changes by that. */
  public Integration resealed(UnaryOperator<String> seal) {
    return new Integration(
        id,
        kind,
        name,
        seal.apply(secret),
        previousSecret == null ? null : seal.apply(previousSecret),
        previousUntil,
        createdAt,
        createdBy,
        revokedAt,
        revision);
  }

  public boolean isActive() {
    return revokedAt == null;
  }

  /**
   * The {@code system} of the external references of its tickets: two ServiceNow instances may use
   * the same key for different tickets.
   */
  public String system() {
    return kind.wireName() + ":" + id;
  }
}
