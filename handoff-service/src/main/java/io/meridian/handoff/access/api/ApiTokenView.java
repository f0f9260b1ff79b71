package io.meridian.handoff.access.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.meridian.events.ApiTokenState;
import io.meridian.roster.token.ApiSecret;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A token by which a program comes in.
 *
 * @param token the secret, in the answer that makes it and never again
 * @param counts whether it is believed now
 * @param revokedBy who ended it; null while nobody did
 */
@Schema(name = "ApiToken", example = ApiTokenView.EXAMPLE)
record ApiTokenView(
    UUID id,
    String name,
    @Schema(description = "the first characters of its secret") String prefix,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "the secret: in the answer that makes it, and never again")
        @Nullable String token,
    @Schema(description = "who comes with it: an integration's id, else the prefix") String subject,
    String role,
    @Schema(description = "that it may ask for") List<String> operations,
    boolean counts,
    Instant expiresAt,
    @Schema(description = "until when the secret before the last rotation is believed")
        @Nullable Instant previousUntil,
    String by,
    Instant issuedAt,
    @Nullable String revokedBy,
    @Schema(description = "when it was issued, rotated or revoked, whichever was last")
        Instant changedAt,
    @Schema(
            description =
                "at this service, to the minute; null when it never was. What the others saw of it"
                    + " they say at /api/v1/token-uses")
        @Nullable Instant lastUsedAt) {

  static final String EXAMPLE =
      """
      {"id":"01939b1c-0000-7000-8000-000000000021","name":"Grafana","prefix":"mrd_q7Wd0aZk",
      "subject":"mrd_q7Wd0aZk","role":"auditor","operations":["GET /api/v1/gaps"],"counts":true,
      "expiresAt":"2027-03-10T08:00:00Z","previousUntil":null,"by":"admin-ada",
      "issuedAt":"2026-03-09T08:00:00Z","revokedBy":null,"changedAt":"2026-03-09T08:00:00Z",
      "lastUsedAt":"2026-03-09T08:01:00Z"}""";

  static ApiTokenView of(
      ApiTokenState token,
      @Nullable ApiSecret secret,
      boolean counts,
      @Nullable Instant lastUsedAt) {
    return new ApiTokenView(
        token.id(),
        token.name(),
        token.prefix(),
        secret == null ? null : secret.text(),
        token.subject(),
        token.role(),
        token.operations(),
        counts,
        token.expiresAt(),
        token.previousUntil(),
        token.by(),
        token.issuedAt(),
        token.revokedBy(),
        token.changedAt(),
        lastUsedAt);
  }
}
