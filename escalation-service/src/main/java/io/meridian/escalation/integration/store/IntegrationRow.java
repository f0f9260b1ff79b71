package io.meridian.escalation.integration.store;

import io.meridian.escalation.integration.domain.Integration;
import io.meridian.escalation.integration.domain.IntegrationKind;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An integration as the table holds it. */
@Entity
@Table(name = "integration")
class IntegrationRow {
  @Id UUID id;

  @Enumerated(EnumType.STRING)
  IntegrationKind kind;

  String name;
  String secret;
  @Nullable String previousSecret;
  @Nullable Instant previousUntil;
  Instant createdAt;
  String createdBy;
  @Nullable Instant revokedAt;
  long revision;

  @SuppressWarnings("NullAway.Init")
  IntegrationRow() {}

  static IntegrationRow of(Integration integration) {
    IntegrationRow row = new IntegrationRow();
    row.id = integration.id();
    row.kind = integration.kind();
    row.name = integration.name();
    row.createdAt = integration.createdAt();
    row.createdBy = integration.createdBy();
    return row.take(integration);
  }

  /** Takes over what may change: secrets and revocation. */
  IntegrationRow take(Integration integration) {
    secret = integration.secret();
    previousSecret = integration.previousSecret();
    previousUntil = integration.previousUntil();
    revokedAt = integration.revokedAt();
    revision = integration.revision();
    return this;
  }

  Integration toDomain() {
    return new Integration(
        id,
        kind,
        name,
        secret,
        previousSecret,
        previousUntil,
        createdAt,
        createdBy,
        revokedAt,
        revision);
  }
}
