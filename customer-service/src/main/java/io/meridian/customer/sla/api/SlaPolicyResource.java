package io.meridian.customer.sla.api;

import io.meridian.customer.sla.application.SlaPolicies;
import io.meridian.customer.sla.domain.SlaPolicy;
import io.meridian.events.Tier;
import io.meridian.rest.http.ETags;
import io.meridian.rest.paging.Page;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What customers of each tier were promised. */
@Path("/api/v1/sla-policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "SLA policies")
public class SlaPolicyResource {
  private final SlaPolicies policies;
  private final Caller caller;

  SlaPolicyResource(SlaPolicies policies, Caller caller) {
    this.policies = policies;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(summary = "Read the policies of all tiers, the best tier first")
  public Uni<Page<SlaPolicyBody.View>> list() {
    return policies
        .all()
        .map(all -> new Page<>(all.stream().map(SlaPolicyBody.View::of).toList(), null));
  }

  @GET
  @Path("/{tier}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(
      summary = "Read the policy of a tier",
      description = "A policy that nobody has written yet promises nothing and has revision 0.")
  @APIResponse(
      responseCode = "200",
      description = "The policy",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SlaPolicyBody.View.class)))
  public Uni<RestResponse<SlaPolicyBody.View>> read(@PathParam("tier") Tier tier) {
    return policies.of(tier).map(SlaPolicyResource::ok);
  }

  @PUT
  @Path("/{tier}")
  @RolesAllowed(Roles.MANAGER)
  @Operation(
      summary = "Replace what is promised to a tier",
      description =
          "Durations count at once for escalations that are open already. What serviceHours and"
              + " closeAfter say is written down when an escalation opens and when it is resolved:"
              + " a change of them leaves those that are open, or resolved, as they are.")
  @APIResponse(
      responseCode = "200",
      description = "The policy",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SlaPolicyBody.View.class)))
  public Uni<RestResponse<SlaPolicyBody.View>> replace(
      @PathParam("tier") Tier tier,
      @Parameter(description = "The ETag of the policy as it was read", example = "\"0\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Nullable String ifMatch,
      @Valid SlaPolicyBody.Replace request) {
    return policies
        .promise(tier, ifMatch, request.toTargets(), request.closeAfter(), caller.id())
        .map(SlaPolicyResource::ok);
  }

  private static RestResponse<SlaPolicyBody.View> ok(SlaPolicy policy) {
    return ResponseBuilder.ok(SlaPolicyBody.View.of(policy))
        .header(HttpHeaders.ETAG, ETags.of(policy.revision()))
        .build();
  }
}
