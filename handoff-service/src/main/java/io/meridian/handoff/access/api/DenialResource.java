package io.meridian.handoff.access.api;

import io.meridian.events.DenialState;
import io.meridian.handoff.access.application.AccessDenials;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.security.Actor;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Whom no service lets in. */
@Path(DenialResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "access")
public class DenialResource {
  static final String PATH = "/api/v1/denials";

  private final AccessDenials denials;
  private final Caller caller;

  DenialResource(AccessDenials denials, Caller caller) {
    this.denials = denials;
    this.caller = caller;
  }

  /** Whom to deny, and why. */
  @Schema(
      name = "DenialRequest",
      example =
          """
          {"subject":"contractor-7","until":"2036-12-25T00:00:00Z","reason":"laptop stolen"}""")
  public record Request(
      @Schema(description = "of every token of theirs; or tokenId") @Pattern(regexp = Actor.ID_FORM)
          @Nullable String subject,
      @Schema(description = "of one token: jti, or the id of an API token; or subject")
          @Pattern(regexp = Actor.ID_FORM)
          @Nullable String tokenId,
      @Schema(description = "then it ends by itself; without it, never") @Nullable Instant until,
      @NotBlank @Size(max = 200) String reason) {}

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      summary = "Deny somebody, or one token",
      description =
          "Within seconds no service lets them in: requests are refused with the reason, streams"
              + " end within half a minute. What they are accountable for stays theirs until"
              + " somebody takes it over.")
  @APIResponse(
      responseCode = "201",
      description = "Denied",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DenialView.class)))
  public Uni<RestResponse<DenialView>> make(
      @Parameter(description = "Makes retries safe for 24 hours") @HeaderParam("Idempotency-Key")
          @Nullable String key,
      @Valid @NotNull Request request) {
    return denials
        .make(
            key,
            new AccessDenials.Wish(
                request.subject(), request.tokenId(), request.until(), request.reason()),
            caller.actor())
        .map(this::view)
        .map(
            view ->
                RestResponse.ResponseBuilder.<DenialView>created(URI.create(PATH + "/" + view.id()))
                    .entity(view)
                    .build());
  }

  @GET
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.AUDITOR})
  @Operation(summary = "Denials, the newest first, those that count no more too")
  public Uni<Page<DenialView>> list(
      @Parameter(description = "Only theirs") @RestQuery @Nullable String subject,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    return denials.list(subject, PageRequest.of(limit, cursor)).map(page -> page.map(this::view));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.AUDITOR})
  @Operation(summary = "Read a denial")
  public Uni<DenialView> read(UUID id) {
    return denials.find(id).map(this::view);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "Let them in again", description = "Again: no effect.")
  @APIResponse(responseCode = "204", description = "It counts no more")
  public Uni<Void> lift(UUID id) {
    return denials.lift(id, caller.actor());
  }

  private DenialView view(DenialState denial) {
    return DenialView.of(denial, denials.counts(denial));
  }
}
