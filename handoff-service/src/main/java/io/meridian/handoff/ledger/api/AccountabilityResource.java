package io.meridian.handoff.ledger.api;

import io.meridian.handoff.ledger.api.AccountabilityRequests.HoldRequest;
import io.meridian.handoff.ledger.api.AccountabilityRequests.ReassignmentRequest;
import io.meridian.handoff.ledger.api.AccountabilityRequests.TakeoverRequest;
import io.meridian.handoff.ledger.application.Interventions;
import io.meridian.handoff.ledger.application.LedgerReading;
import io.meridian.handoff.ledger.application.LedgerReading.SpanView;
import io.meridian.rest.http.ETags;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who answers for an escalation, and when nobody attended it; {@code {id}} may be the short id. */
@Path("/api/v1/accountability")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accountability")
public class AccountabilityResource {

  private final LedgerReading reading;
  private final Interventions interventions;
  private final Caller caller;

  AccountabilityResource(LedgerReading reading, Interventions interventions, Caller caller) {
    this.reading = reading;
    this.interventions = interventions;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(summary = "What a TAM is accountable for now")
  public Uni<Page<HeldView>> heldBy(
      @Parameter(description = "TAM id; the caller when left out") @RestQuery @Nullable String tam,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    return reading
        .heldBy(tam == null ? caller.id() : tam, PageRequest.of(limit, cursor))
        .map(held -> held.page().map(row -> HeldView.of(row, held.people()::person)));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(
      summary = "The ledger of an escalation",
      description =
          "Intervals, and attended, gap and resting stretches, each partition the time from opened to"
              + " closed, or to now.")
  public Uni<RestResponse<AccountabilityView>> read(String id) {
    return reading.find(id).map(AccountabilityResource::answer);
  }

  @POST
  @Path("/{id}/takeover")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.TAM)
  @Operation(
      summary = "Take an escalation over",
      description =
          "Any TAM on duty may; the caller is accountable at once. Again: no effect. Taking over what"
              + " is offered to the caller is accepting it: with the read-back that severities 1 and"
              + " 2 need, and with effect at the start of the incoming shift.")
  public Uni<RestResponse<AccountabilityView>> takeOver(
      String id, @Valid @Nullable TakeoverRequest request) {
    return interventions
        .takeOver(id, caller.id(), request == null ? null : request.readBack())
        .map(AccountabilityResource::answer);
  }

  @POST
  @Path("/{id}/hold")
  @RolesAllowed(Roles.TAM)
  @Operation(
      summary = "Declare a hold",
      description = "The accountable TAM counts as attending until then, also off duty.")
  public Uni<RestResponse<AccountabilityView>> hold(
      String id, @Valid @NotNull HoldRequest request) {
    return interventions
        .hold(id, caller.id(), request.until().truncatedTo(ChronoUnit.MILLIS))
        .map(AccountabilityResource::answer);
  }

  @POST
  @Path("/{id}/reassignment")
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @Operation(
      summary = "Make somebody accountable",
      description =
          "By the lead of the region in which it is held, or a manager; at once, whether they are on"
              + " duty or not. Again: no effect.")
  public Uni<RestResponse<AccountabilityView>> reassign(
      String id, @Valid @NotNull ReassignmentRequest request) {
    return interventions
        .reassign(id, request.tam(), request.reason(), caller.actor())
        .map(AccountabilityResource::answer);
  }

  private static RestResponse<AccountabilityView> answer(SpanView span) {
    return RestResponse.ResponseBuilder.ok(AccountabilityView.of(span))
        .header("ETag", ETags.of(span.escalation().ledgerRevision()))
        .build();
  }
}
