package io.meridian.metrics.api;

import io.meridian.metrics.application.GapQueries;
import io.meridian.metrics.domain.GapGrouping;
import io.meridian.metrics.domain.Window;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.ProblemBody;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Gaps: each by itself, and summed. */
@Path("/api/v1/gaps")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.ADMIN})
@APIResponse(
    responseCode = "400",
    description = "a parameter is wrong; errors names it",
    content =
        @Content(
            mediaType = ProblemBody.MEDIA_TYPE,
            schema = @Schema(implementation = ProblemBody.class)))
@Tag(name = "Gaps", description = "Stretches in which an open escalation was not attended.")
public class GapResource {

  private final GapQueries gaps;
  private final Clock clock;

  GapResource(GapQueries gaps, Clock clock) {
    this.gaps = gaps;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listGaps",
      summary = "The gaps that began in a window, newest first",
      description = Definitions.LISTED)
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              schema = @Schema(implementation = GapListView.class),
              examples = @ExampleObject(name = "an open gap", value = Examples.GAP_LIST)))
  public Uni<GapListView> list(@BeanParam GapQuestion question) {
    PageRequest page = question.page();
    return gaps.list(question.filter(clock.instant()), page).map(GapListView::of);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getGap", summary = "One gap")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              schema = @Schema(implementation = GapDetailView.class),
              examples = @ExampleObject(name = "a closed gap", value = Examples.GAP)))
  @APIResponse(
      responseCode = "404",
      description = "unknown, or found never to have been",
      content =
          @Content(
              mediaType = ProblemBody.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class)))
  public Uni<GapDetailView> get(UUID id) {
    return gaps.get(id).map(GapDetailView::of);
  }

  @GET
  @Path("/summary")
  @Operation(
      operationId = "summarizeGaps",
      summary = "Gaps of a window, summed by region pair, cause, week, severity, customer or TAM",
      description = Definitions.SUMMED)
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              schema = @Schema(implementation = GapSummaryView.class),
              examples = {
                @ExampleObject(name = "by region pair", value = Examples.SUMMARY_BY_REGION_PAIR),
                @ExampleObject(name = "by week", value = Examples.SUMMARY_BY_WEEK)
              }))
  public Uni<GapSummaryView> summary(
      @Parameter(description = Windows.FROM, example = "2026-01-01T00:00:00Z") @RestQuery
          @Nullable Instant from,
      @Parameter(description = Windows.TO, example = "2027-01-01T00:00:00Z") @RestQuery
          @Nullable Instant to,
      @Parameter(
              description = "regionPair by default",
              schema =
                  @Schema(
                      enumeration = {"regionPair", "cause", "week", "severity", "customer", "tam"}))
          @RestQuery
          @Nullable String groupBy,
      @Parameter(description = "groups in the answer at most, 1 to 500, 500 by default") @RestQuery
          @Nullable Integer limit) {
    int groupsMax = PageRequest.of(limit == null ? PageRequest.LIMIT_MAX : limit, null).limit();
    GapGrouping grouping = grouping(groupBy);
    Window window = Windows.of(from, to, clock.instant());
    return gaps.summary(grouping, window)
        .map(sums -> GapSummaryView.of(grouping, window, sums, groupsMax));
  }

  private static GapGrouping grouping(@Nullable String groupBy) {
    return groupBy == null
        ? GapGrouping.REGION_PAIR
        : GapGrouping.named(groupBy)
            .orElseThrow(
                () ->
                    Problem.invalid(
                        "?groupBy",
                        "unknown-value",
                        "must be one of regionPair, cause, week, severity, customer, tam"));
  }
}
