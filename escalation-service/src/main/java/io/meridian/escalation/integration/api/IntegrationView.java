package io.meridian.escalation.integration.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.meridian.escalation.integration.application.Integrations.Issued;
import io.meridian.escalation.integration.domain.Integration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An integration as its administrators see it. */
@Schema(name = "Integration")
public record IntegrationView(
    UUID id,
    @Schema(examples = "generic") String kind,
    @Schema(examples = "monitoring") String name,
    @Schema(
            description = "The secret that signs its messages; only when it was just made",
            examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String secret,
    @Schema(
            description = "externalRef.system of its tickets",
            examples = "generic:0197a1f2-7c1e-7d4b-9a51-6f0d3c2b1a09")
        String externalSystem,
    @Nullable Instant previousSecretUntil,
    Instant createdAt,
    String createdBy,
    @Nullable Instant revokedAt,
    long revision,
    Links links) {

  /** Where it is, and where it sends its messages. */
  public record Links(String self, String intake, String html) {}

  static IntegrationView of(Issued issued) {
    return of(issued.integration(), issued.secret());
  }

  static IntegrationView of(Integration integration) {
    return of(integration, null);
  }

  private static IntegrationView of(Integration integration, @Nullable String secret) {
    String kind = integration.kind().wireName();
    return new IntegrationView(
        integration.id(),
        kind,
        integration.name(),
        secret,
        integration.system(),
        integration.previousUntil(),
        integration.createdAt(),
        integration.createdBy(),
        integration.revokedAt(),
        integration.revision(),
        new Links(
            IntegrationResource.PATH + "/" + integration.id(),
            "/api/v1/intake/" + kind + "/" + integration.id(),
            "/integrations/" + integration.id()));
  }
}
