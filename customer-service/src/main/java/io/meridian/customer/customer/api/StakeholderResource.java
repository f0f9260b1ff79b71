package io.meridian.customer.customer.api;

import io.meridian.customer.customer.application.CustomerCommands;
import io.meridian.customer.customer.application.CustomerQueries;
import io.meridian.customer.customer.application.Described;
import io.meridian.rest.http.ETags;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Who at a customer wants to be told of escalations; part of the customer, with its ETag. */
@Path("/api/v1/customers/{id}/stakeholders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stakeholders")
public class StakeholderResource {
  private final CustomerCommands commands;
  private final CustomerQueries queries;

  StakeholderResource(CustomerCommands commands, CustomerQueries queries) {
    this.commands = commands;
    this.queries = queries;
  }

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(summary = "Read who at a customer wants to be told")
  @APIResponse(
      responseCode = "200",
      description = "The stakeholders",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = StakeholderBody.All.class)))
  public Uni<RestResponse<StakeholderBody.All>> read(@PathParam("id") UUID id) {
    return queries.get(id).map(StakeholderResource::ok);
  }

  @PUT
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @Operation(
      summary = "Replace who at a customer wants to be told",
      description = "The briefings of the customer's open escalations name them from now on.")
  @APIResponse(
      responseCode = "200",
      description = "The stakeholders",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = StakeholderBody.All.class)))
  public Uni<RestResponse<StakeholderBody.All>> replace(
      @PathParam("id") UUID id,
      @Parameter(description = "The customer's ETag", example = "\"1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Nullable String ifMatch,
      @Valid StakeholderBody.Replace request) {
    return commands.inform(id, ifMatch, request.toContacts()).map(StakeholderResource::ok);
  }

  private static RestResponse<StakeholderBody.All> ok(Described described) {
    var items = described.customer().contacts().stream().map(StakeholderBody.One::of).toList();
    return ResponseBuilder.ok(new StakeholderBody.All(items))
        .header(HttpHeaders.ETAG, ETags.of(described.customer().revision()))
        .build();
  }
}
