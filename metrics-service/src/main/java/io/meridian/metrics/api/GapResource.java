package io.meridian.metrics.api;

import io.meridian.metrics.application.GapQueries;
import io.meridian.metrics.domain.GapGrouping;
import io.meridian.metrics.domain.Window;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.ProblemBody;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gaps: each by itself, and summed. */
@Path("/api/v1/gaps")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
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
  private final Caller caller;

  GapResource(GapQueries gaps, Clock clock, Caller caller) {
    this.gaps = gaps;
    this.clock = clock;
    this.caller = caller;
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
    return gaps.list(caller.actor(), question.filter(clock.instant()), page).map(GapListView::of);
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
    return gaps.get(caller.actor(), id).map(GapDetailView::of);
  }

  @GET
  @Path("/summary")
  @Operation(
      operationId = "summarizeGaps",
      summary =
          "Gaps of a window, summed by region pair, cause, week, severity, customer, TAM or asked TAM",
      description = Definitions.SUMMED)
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              schema = @Schema(implementation = GapSummaryView.class),
              examples = {
                @ExampleObject(name = "by region pair", value = Examples.SUMMARY_BY_REGION_PAIR),
                @ExampleObject(name = "by week", value = Examples.SUMMARY_BY_WEEK),
                @ExampleObject(name = "by asked TAM", value = Examples.SUMMARY_BY_ASKED_TAM)
              }))
  public Uni<GapSummaryView> summary(@BeanParam GapSummaryQuestion question) {
    GapGrouping grouping = question.grouping();
    Window window = question.window(clock.instant());
    int groupsMax = question.groupsMax();
    return gaps.summary(caller.actor(), grouping, window)
        .map(sums -> GapSummaryView.of(grouping, window, sums, groupsMax));
  }
}
