package io.meridian.roster.api;

import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.security.Roles;
import io.meridian.roster.token.ApiTokenStore.Known;
import io.meridian.roster.token.ApiTokens;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which programs asked this service, and when they last did. */
@Path("/api/v1/token-uses")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.MANAGER, Roles.AUDITOR, Roles.ADMIN})
@Tag(name = "operations")
public class TokenUseResource {
  private final ApiTokens tokens;

  TokenUseResource(ApiTokens tokens) {
    this.tokens = tokens;
  }

  /** An API token that was used here. */
  @Schema(
      name = "TokenUse",
      example =
          """
          {"id":"01939b1c-0000-7000-8000-000000000021","name":"Grafana","prefix":"mrd_q7Wd0aZk",
          "lastUsedAt":"2026-03-09T08:01:00Z"}""")
  public record Use(
      UUID id,
      String name,
      String prefix,
      @Schema(description = "to the minute") @Nullable Instant lastUsedAt) {}

  @GET
  @Operation(
      summary = "API tokens that were used at this service, those that were issued last first",
      description = "Each service knows its own uses.")
  public Uni<Page<Use>> list(
      @RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
    PageRequest request = PageRequest.of(limit, cursor);
    UUID before = request.after(key -> UUID.fromString(key.getFirst())).orElse(null);
    return tokens
        .usedHere(before, request.limit() + 1)
        .map(rows -> Page.of(rows, request, last -> List.of(last.token().id().toString())))
        .map(page -> page.map(TokenUseResource::use));
  }

  private static Use use(Known known) {
    return new Use(
        known.token().id(), known.token().name(), known.token().prefix(), known.lastUsedAt());
  }
}
