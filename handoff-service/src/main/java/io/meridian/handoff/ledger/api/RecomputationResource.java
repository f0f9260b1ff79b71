package io.meridian.handoff.ledger.api;

import io.meridian.handoff.ledger.application.LedgerRecomputation;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Proves the ledgers: derives them anew and tells any difference. */
@Path("/api/v1/accountability/recomputation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accountability")
public class RecomputationResource {

  private final LedgerRecomputation recomputation;

  RecomputationResource(LedgerRecomputation recomputation) {
    this.recomputation = recomputation;
  }

  @GET
  @RolesAllowed({Roles.MANAGER, Roles.AUDITOR, Roles.ADMIN})
  @Operation(
      summary = "Compare stored ledgers with derived ones",
      description =
          "Derives accountability, holds and gaps of a page of escalations from the events that were told of them and the history of shifts, without the stored ledger, and answers where that differs. Changes nothing.")
  public Uni<RecomputationView> check(
      @Parameter(description = "How many escalations to look at") @RestQuery
          @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    return recomputation.check(PageRequest.of(limit, cursor)).map(RecomputationView::of);
  }
}
