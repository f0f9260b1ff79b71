package io.meridian.customer.customer.api;

import io.meridian.customer.customer.application.CustomerCommands;
import io.meridian.customer.customer.application.CustomerQueries;
import io.meridian.customer.customer.application.Described;
import io.meridian.customer.customer.domain.CustomerFilter;
import io.meridian.events.Tier;
import io.meridian.rest.http.ETags;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Customers: make known, find, describe anew. */
@Path("/api/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
public class CustomerResource {
  private final CustomerCommands commands;
  private final CustomerQueries queries;
  private final Caller caller;

  CustomerResource(CustomerCommands commands, CustomerQueries queries, Caller caller) {
    this.commands = commands;
    this.queries = queries;
    this.caller = caller;
  }

  @POST
  @RolesAllowed(Roles.MANAGER)
  @Operation(summary = "Make a customer known")
  @APIResponse(
      responseCode = "201",
      description = "The customer",
      headers = {
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
      },
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CustomerView.class)))
  public Uni<RestResponse<CustomerView>> create(
      @Parameter(description = "Makes retries safe for 24 hours") @HeaderParam("Idempotency-Key")
          @Nullable String idempotencyKey,
      @Valid CustomerRequest.Create request) {
    return commands.create(idempotencyKey, request.toNewCustomer()).map(CustomerResource::created);
  }

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.OBSERVER, Roles.AUDITOR})
  @Operation(
      summary = "List customers by name",
      description = "An observer sees those of whom they are a stakeholder.")
  public Uni<Page<CustomerView>> list(
      @Parameter(description = "Code of the home region", example = "EMEA")
          @RestQuery
          @Pattern(regexp = CustomerRequest.REGION)
          @Nullable String region,
      @RestQuery @Nullable Tier tier,
      @Parameter(description = "Part of the name in any case, or the id of an external reference")
          @RestQuery
          @Size(min = 1, max = 200)
          @Nullable String q,
      @RestQuery @Nullable Boolean active,
      @Parameter(description = "Id of a TAM assigned in any region", example = "tam-kai")
          @RestQuery
          @Pattern(regexp = CustomerRequest.TAM)
          @Nullable String tam,
      @Parameter(description = "Most items on the page, 1 to 500; 50 unless given") @RestQuery
          @Nullable Integer limit,
      @Parameter(description = "nextCursor of the page before") @RestQuery
          @Nullable String cursor) {
    return queries
        .page(
            caller.actor(),
            new CustomerFilter(region, tier, q, active, tam, null),
            PageRequest.of(limit, cursor))
        .map(page -> page.map(CustomerView::of));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.OBSERVER, Roles.AUDITOR})
  @Operation(summary = "Read a customer")
  @APIResponse(
      responseCode = "200",
      description = "The customer",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CustomerView.class)))
  public Uni<RestResponse<CustomerView>> read(@PathParam("id") UUID id) {
    return queries.get(caller.actor(), id).map(CustomerResource::ok);
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Roles.MANAGER)
  @Operation(
      summary = "Replace a customer's profile",
      description =
          "Another homeRegion or tier counts for escalations that open from now on, and for those"
              + " that get this customer. Open ones keep home region and service hours until"
              + " somebody changes them (PUT /escalations/{id}/service-hours). They are kept by"
              + " another service; the header Link (rel=open-escalations) of this answer leads to"
              + " their list.")
  @APIResponse(
      responseCode = "200",
      description = "The customer",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CustomerView.class)))
  public Uni<RestResponse<CustomerView>> replace(
      @PathParam("id") UUID id,
      @Parameter(description = "The ETag of the customer as it was read", example = "\"1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Nullable String ifMatch,
      @Valid CustomerRequest.Replace request) {
    return commands.describe(id, ifMatch, request.toProfile()).map(CustomerResource::replaced);
  }

  private static RestResponse<CustomerView> created(Described described) {
    CustomerView view = CustomerView.of(described);
    return ResponseBuilder.create(RestResponse.Status.CREATED, view)
        .header(HttpHeaders.LOCATION, view.links().self())
        .header(HttpHeaders.ETAG, ETags.of(view.revision()))
        .build();
  }

  /**
   * What was open before keeps its home region and its service hours: here is where it is listed.
   */
  private static RestResponse<CustomerView> replaced(Described described) {
    RestResponse<CustomerView> answer = ok(described);
    answer
        .getHeaders()
        .add(
            HttpHeaders.LINK,
            "</api/v1/escalations?customer="
                + described.customer().id()
                + "&status=OPEN&status=ACKNOWLEDGED&status=RESOLVED>; rel=\"open-escalations\"");
    return answer;
  }

  private static RestResponse<CustomerView> ok(Described described) {
    CustomerView view = CustomerView.of(described);
    return ResponseBuilder.ok(view).header(HttpHeaders.ETAG, ETags.of(view.revision())).build();
  }
}
