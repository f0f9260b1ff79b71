package io.meridian.customer.customer.api;

import io.meridian.customer.customer.application.CustomerCommands;
import io.meridian.customer.customer.application.CustomerQueries;
import io.meridian.customer.customer.application.Described;
import io.meridian.rest.http.ETags;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
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

/** Which TAM looks after a customer in which region; part of the customer, with its ETag. */
@Path("/api/v1/customers/{id}/tam-assignments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "TAM assignments")
public class TamAssignmentResource {
  private final CustomerCommands commands;
  private final CustomerQueries queries;
  private final Caller caller;

  TamAssignmentResource(CustomerCommands commands, CustomerQueries queries, Caller caller) {
    this.commands = commands;
    this.queries = queries;
    this.caller = caller;
  }

  /** The body of PUT for all regions. */
  @Schema(name = "TamAssignmentsReplace")
  public record ReplaceAll(
      @NotNull
          @Size(max = 50)
          @Schema(description = "region code to TAM id", examples = "{\"EMEA\":\"tam-ana\"}")
          Map<
                  @Pattern(regexp = CustomerRequest.REGION) String,
                  @Pattern(regexp = CustomerRequest.TAM) String>
              tamAssignments) {}

  /** The body of PUT for one region. */
  @Schema(name = "TamAssignmentReplace")
  public record Replace(
      @NotNull @Pattern(regexp = CustomerRequest.TAM) @Schema(examples = "tam-ana") String tam) {}

  /** One assignment as callers see it. */
  @Schema(name = "TamAssignment")
  record Assignment(@Schema(examples = "EMEA") String region, CustomerView.Tam tam) {}

  /** All assignments of a customer, by region. */
  @Schema(name = "TamAssignments")
  record Assignments(List<Assignment> items) {}

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(summary = "Read the TAM assignments of a customer")
  @APIResponse(
      responseCode = "200",
      description = "The assignments",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Assignments.class)))
  public Uni<RestResponse<Assignments>> read(@PathParam("id") UUID id) {
    return queries.get(caller.actor(), id).map(TamAssignmentResource::ok);
  }

  @PUT
  @RolesAllowed(Roles.MANAGER)
  @Operation(summary = "Replace the TAM assignments of a customer")
  @APIResponse(
      responseCode = "200",
      description = "The assignments",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Assignments.class)))
  public Uni<RestResponse<Assignments>> replaceAll(
      @PathParam("id") UUID id,
      @Parameter(description = "The customer's ETag", example = "\"1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Nullable String ifMatch,
      @Valid ReplaceAll request) {
    return commands.assignAll(id, ifMatch, request.tamAssignments()).map(TamAssignmentResource::ok);
  }

  @PUT
  @Path("/{region}")
  @RolesAllowed(Roles.MANAGER)
  @Operation(summary = "Assign a TAM in one region")
  @APIResponse(
      responseCode = "200",
      description = "The assignments",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Assignments.class)))
  public Uni<RestResponse<Assignments>> replace(
      @PathParam("id") UUID id,
      @PathParam("region") @Pattern(regexp = CustomerRequest.REGION) String region,
      @Parameter(description = "The customer's ETag", example = "\"1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Nullable String ifMatch,
      @Valid Replace request) {
    return commands.assign(id, ifMatch, region, request.tam()).map(TamAssignmentResource::ok);
  }

  @DELETE
  @Path("/{region}")
  @RolesAllowed(Roles.MANAGER)
  @Operation(summary = "Take the TAM of one region away; without one nothing changes")
  @APIResponse(
      responseCode = "200",
      description = "The assignments that remain",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Assignments.class)))
  public Uni<RestResponse<Assignments>> remove(
      @PathParam("id") UUID id,
      @PathParam("region") @Pattern(regexp = CustomerRequest.REGION) String region,
      @Parameter(description = "The customer's ETag", example = "\"1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Nullable String ifMatch) {
    return commands.unassign(id, ifMatch, region).map(TamAssignmentResource::ok);
  }

  private static RestResponse<Assignments> ok(Described described) {
    List<Assignment> items =
        CustomerView.tams(described).entrySet().stream()
            .map(one -> new Assignment(one.getKey(), one.getValue()))
            .toList();
    return ResponseBuilder.ok(new Assignments(items))
        .header(HttpHeaders.ETAG, ETags.of(described.customer().revision()))
        .build();
  }
}
