package io.meridian.escalation.integration.api;

import io.meridian.escalation.integration.application.Integrations;
import io.meridian.escalation.integration.application.Integrations.Issued;
import io.meridian.escalation.integration.domain.Integration;
import io.meridian.escalation.integration.domain.IntegrationKind;
import io.meridian.rest.http.ETags;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.meridian.rest.text.OneLine;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Which other systems may send tickets. */
@Path(IntegrationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.MANAGER, Roles.AUDITOR, Roles.ADMIN})
@Tag(name = "Integrations")
public class IntegrationResource {
  static final String PATH = "/api/v1/integrations";

  private final Integrations integrations;
  private final Caller caller;

  IntegrationResource(Integrations integrations, Caller caller) {
    this.integrations = integrations;
    this.caller = caller;
  }

  /** Who is to send tickets. */
  @Schema(name = "NewIntegration")
  public record NewIntegration(
      @Schema(examples = "generic", description = "generic or servicenow") @NotNull String kind,
      @Schema(examples = "monitoring")
          @NotBlank
          @Size(max = 100)
          @Pattern(regexp = OneLine.REGEX, message = OneLine.MESSAGE)
          String name) {}

  @POST
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(summary = "Admit another system", description = "The secret is shown this once.")
  @APIResponse(
      responseCode = "201",
      description = "Admitted",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = IntegrationView.class)))
  public Uni<RestResponse<IntegrationView>> create(@Valid NewIntegration request) {
    IntegrationKind kind =
        IntegrationKind.of(request.kind)
            .orElseThrow(
                () -> Problem.invalid("/kind", "unknown-kind", "must be generic or servicenow"));
    return integrations
        .create(kind, request.name, caller.id())
        .map(IntegrationView::of)
        .map(
            view ->
                RestResponse.ResponseBuilder.<IntegrationView>created(
                        URI.create(view.links().self()))
                    .entity(view)
                    .header("ETag", ETags.of(view.revision()))
                    .build());
  }

  @GET
  @Operation(summary = "List integrations, revoked ones too")
  public Uni<Page<IntegrationView>> list(
      @RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
    return integrations
        .list(PageRequest.of(limit, cursor))
        .map(page -> page.map(IntegrationView::of));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "Read an integration")
  public Uni<RestResponse<IntegrationView>> read(UUID id) {
    return integrations.find(id).map(IntegrationView::of).map(IntegrationResource::answer);
  }

  @POST
  @Path("/{id}/rotation")
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Give it a new secret",
      description = "The secret before is believed until previousSecretUntil.")
  public Uni<RestResponse<IntegrationView>> rotate(UUID id) {
    Uni<Issued> rotated = integrations.rotate(id);
    return rotated.map(IntegrationView::of).map(IntegrationResource::answer);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(summary = "Revoke it: nothing it sends is believed any more")
  @APIResponse(responseCode = "204", description = "Revoked")
  public Uni<Void> revoke(UUID id) {
    Uni<Integration> revoked = integrations.revoke(id);
    return revoked.replaceWithVoid();
  }

  private static RestResponse<IntegrationView> answer(IntegrationView view) {
    return RestResponse.ResponseBuilder.ok(view).header("ETag", ETags.of(view.revision())).build();
  }
}
