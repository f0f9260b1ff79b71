package io.meridian.handoff.access.api;

import io.meridian.handoff.access.application.ProgramTokens;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.meridian.rest.text.OneLine;
import io.meridian.roster.token.ApiTokenStore.Known;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Tokens by which programs come in, without the issuer of people's tokens. */
@Path(ApiTokenResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "access")
public class ApiTokenResource {
  static final String PATH = "/api/v1/api-tokens";

  private static final String ROLE = Roles.INTEGRATION + "|" + Roles.AUDITOR + "|" + Roles.ADMIN;
  private static final String OPERATION =
      "(GET|POST|PUT|PATCH|DELETE) /api/v1/[a-zA-Z0-9{}/_-]{1,200}";

  private final ProgramTokens tokens;
  private final Caller caller;

  ApiTokenResource(ProgramTokens tokens, Caller caller) {
    this.tokens = tokens;
    this.caller = caller;
  }

  /** Which program, and what it may do. */
  @Schema(
      name = "ApiTokenRequest",
      example =
          """
          {"name":"Grafana","role":"auditor","operations":["GET /api/v1/gaps"],
          "expiresAt":null}""")
  public record Request(
      @NotBlank @Size(max = 100) @Pattern(regexp = OneLine.REGEX, message = OneLine.MESSAGE)
          String name,
      @Schema(description = "what programs may be; the others are people's")
          @NotNull
          @Pattern(regexp = ROLE)
          String role,
      @Schema(description = "id of whom it is; with the role integration, and no other")
          @Nullable UUID integration,
      @Schema(
              description =
                  "that it may ask for and its role may, of whichever service, as their documents"
                      + " name them: verb and path")
          @NotEmpty
          @Size(max = 100)
          List<@NotNull @Pattern(regexp = OPERATION) String> operations,
      @Schema(description = "366 days ahead at most, which it is without it")
          @Nullable Instant expiresAt) {}

  /** When the secret before ends. */
  @Schema(name = "ApiTokenRotation", example = "{\"previousUntil\":null}")
  public record Rotation(
      @Schema(
              description =
                  "30 days ahead at most; one that has passed ends it at once; without it, a day"
                      + " ahead")
          @Nullable Instant previousUntil) {}

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      summary = "Issue an API token to a program",
      description =
          "Its secret, token, is in this answer and never again. Every service takes it within"
              + " seconds, as Authorization: Bearer.")
  @APIResponse(
      responseCode = "201",
      description = "Issued",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ApiTokenView.class)))
  public Uni<RestResponse<ApiTokenView>> issue(@Valid @NotNull Request request) {
    return tokens
        .issue(
            new ProgramTokens.Wish(
                request.name(),
                request.role(),
                request.integration(),
                request.operations(),
                request.expiresAt()),
            caller.actor())
        .map(this::told)
        .map(
            view ->
                RestResponse.ResponseBuilder.<ApiTokenView>created(
                        URI.create(PATH + "/" + view.id()))
                    .entity(view)
                    .build());
  }

  @GET
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.AUDITOR})
  @Operation(summary = "API tokens, the newest first, those that count no more too")
  public Uni<Page<ApiTokenView>> list(
      @RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
    return tokens.list(PageRequest.of(limit, cursor)).map(page -> page.map(this::view));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.AUDITOR})
  @Operation(summary = "Read an API token, without its secret")
  public Uni<ApiTokenView> read(UUID id) {
    return tokens.find(id).map(this::view);
  }

  @POST
  @Path("/{id}/rotation")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      summary = "Give an API token another secret",
      description =
          "It is in this answer and never again, and lives as long from now as the one before was"
              + " to. That one is believed until previousUntil, and any earlier one no longer.")
  public Uni<ApiTokenView> rotate(UUID id, @Valid @Nullable Rotation rotation) {
    return tokens
        .rotate(id, rotation == null ? null : rotation.previousUntil(), caller.actor())
        .map(this::told);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      summary = "Revoke an API token",
      description = "No service believes it from a few seconds later. Again: no effect.")
  @APIResponse(responseCode = "204", description = "Revoked")
  public Uni<Void> revoke(UUID id) {
    return tokens.revoke(id, caller.actor());
  }

  private ApiTokenView told(ProgramTokens.Told told) {
    return ApiTokenView.of(told.token(), told.secret(), true, null);
  }

  private ApiTokenView view(Known known) {
    return ApiTokenView.of(known.token(), null, tokens.counts(known.token()), known.lastUsedAt());
  }
}
