package io.meridian.audit.api;

import io.meridian.audit.application.AuditQueries;
import io.meridian.audit.domain.AuditFilter;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who changed what in this service, and whether that is still what was written down. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.MANAGER, Roles.AUDITOR, Roles.ADMIN})
@Tag(name = "Audit")
public class AuditResource {
  private static final int TEXT_MAX = 200;

  private final AuditQueries queries;

  AuditResource(AuditQueries queries) {
    this.queries = queries;
  }

  @GET
  @Operation(
      summary = "List who changed what, the newest first",
      description =
          "One entry for each object that an act changed, written with the change. Objects are known"
              + " by the SHA-256 of what is told of them after each change.")
  public Uni<Page<AuditEntryView>> list(
      @Parameter(description = "Id of who acted", example = "manager-mia")
          @RestQuery
          @Size(min = 1, max = TEXT_MAX)
          @Nullable String who,
      @Parameter(description = "The operation, or what happened", example = "PUT /api/v1/calendar")
          @RestQuery
          @Size(min = 1, max = TEXT_MAX)
          @Nullable String what,
      @Parameter(description = "Kind of the object", example = "calendar")
          @RestQuery
          @Size(min = 1, max = TEXT_MAX)
          @Nullable String kind,
      @Parameter(description = "Id of the object") @RestQuery @Size(min = 1, max = TEXT_MAX)
          @Nullable String object,
      @Parameter(description = "First instant") @RestQuery @Nullable Instant from,
      @Parameter(description = "First instant that is not asked for any more") @RestQuery
          @Nullable Instant until,
      @Parameter(description = "Most items on the page, 1 to 500; 50 unless given") @RestQuery
          @Nullable Integer limit,
      @Parameter(description = "nextCursor of the page before") @RestQuery
          @Nullable String cursor) {
    return queries
        .page(new AuditFilter(who, what, kind, object, from, until), PageRequest.of(limit, cursor))
        .map(page -> page.map(AuditEntryView::of));
  }

  @GET
  @Path("/chains")
  @Operation(summary = "Name the chains that this service seals")
  public Uni<ChainView.Names> chains() {
    return Uni.createFrom().item(() -> new ChainView.Names(queries.chains()));
  }

  @GET
  @Path("/chains/{chain}/verification")
  @Operation(
      summary = "Verify a chain",
      description =
          "As many links a call as one answer may take; the answer's head says where to go on.")
  public Uni<ChainView> verify(
      @Parameter(example = "audit") String chain,
      @Parameter(description = "position after which to begin; 0 when absent", example = "0")
          @RestQuery
          @Nullable Long after,
      @Parameter(description = "last position to look at; all when absent") @RestQuery
          @Nullable Long until) {
    long begin = after == null ? 0 : after;
    if (begin < 0) {
      throw Problem.invalid("?after", "out-of-range", "must not be negative");
    }
    if (until != null && until < begin) {
      throw Problem.invalid("?until", "out-of-range", "must not be less than after");
    }
    return queries.verify(chain, begin, until).map(ChainView::of);
  }
}
