package io.meridian.customer.customer.api;

import io.meridian.customer.customer.application.CustomerCommands;
import io.meridian.customer.customer.application.CustomerQueries;
import io.meridian.customer.customer.application.Described;
import io.meridian.rest.http.ETags;
import io.meridian.rest.security.Actor;
import io.meridian.rest.security.Caller;
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
  private final Caller caller;

  StakeholderResource(CustomerCommands commands, CustomerQueries queries, Caller caller) {
    this.commands = commands;
    this.queries = queries;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.OBSERVER, Roles.AUDITOR})
  @Operation(
      summary = "Read who at a customer wants to be told",
      description =
          "An observer who is one of them reads all names, and mail address, telephone number and"
              + " person of their own.")
  @APIResponse(
      responseCode = "200",
      description = "The stakeholders",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = StakeholderBody.All.class)))
  public Uni<RestResponse<StakeholderBody.All>> read(@PathParam("id") UUID id) {
    return queries.get(caller.actor(), id).map(this::ok);
  }

  @PUT
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @Operation(
      summary = "Replace who at a customer wants to be told",
      description =
          "The briefings of the customer's open escalations name them from now on. person is set by"
              + " managers alone, since whoever bears it sees the customer and its escalations as"
              + " an observer.")
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
    return commands.inform(caller.actor(), id, ifMatch, request.toContacts()).map(this::ok);
  }

  private RestResponse<StakeholderBody.All> ok(Described described) {
    Actor reader = caller.actor();
    var items =
        described.customer().contacts().stream()
            .map(contact -> StakeholderBody.One.of(contact, reader))
            .toList();
    return ResponseBuilder.ok(new StakeholderBody.All(items))
        .header(HttpHeaders.ETAG, ETags.of(described.customer().revision()))
        .build();
  }
}
