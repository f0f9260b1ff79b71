package io.meridian.metrics.api;

import io.meridian.metrics.application.FigureQueries;
import io.meridian.metrics.domain.Window;
import io.meridian.rest.problem.ProblemBody;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How handoffs and escalations went. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
@APIResponse(
    responseCode = "400",
    description = "a parameter is wrong; errors names it",
    content =
        @Content(
            mediaType = ProblemBody.MEDIA_TYPE,
            schema = @Schema(implementation = ProblemBody.class)))
@Tag(name = "Figures", description = "How handoffs and escalations went.")
public class FigureResource {

  private final FigureQueries figures;
  private final Clock clock;
  private final Caller caller;

  FigureResource(FigureQueries figures, Clock clock, Caller caller) {
    this.figures = figures;
    this.clock = clock;
    this.caller = caller;
  }

  @GET
  @Path("/handoffs/metrics")
  @Operation(
      operationId = "measureHandoffs",
      summary = "How the handoffs went whose boundary lies in a window, by region pair",
      description = Definitions.MEASURED)
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              schema = @Schema(implementation = HandoffMetricsView.class),
              examples = @ExampleObject(name = "a week", value = Examples.HANDOFF_METRICS)))
  public Uni<HandoffMetricsView> handoffs(
      @Parameter(description = Windows.FROM, example = "2026-03-02T00:00:00Z") @RestQuery
          @Nullable Instant from,
      @Parameter(description = Windows.TO, example = "2026-03-09T00:00:00Z") @RestQuery
          @Nullable Instant to) {
    Window window = Windows.of(from, to, clock.instant());
    return figures
        .handoffs(caller.actor(), window)
        .map(answer -> HandoffMetricsView.of(window, answer));
  }

  @GET
  @Path("/escalations/metrics")
  @RolesAllowed({Roles.MANAGER, Roles.AUDITOR})
  @Operation(
      operationId = "measureEscalations",
      summary = "How the escalations of a window went, by severity")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              schema = @Schema(implementation = EscalationMetricsView.class),
              examples = @ExampleObject(name = "a week", value = Examples.ESCALATION_METRICS)))
  public Uni<EscalationMetricsView> escalations(
      @Parameter(description = Windows.FROM, example = "2026-03-02T00:00:00Z") @RestQuery
          @Nullable Instant from,
      @Parameter(description = Windows.TO, example = "2026-03-09T00:00:00Z") @RestQuery
          @Nullable Instant to) {
    Window window = Windows.of(from, to, clock.instant());
    return figures.escalations(window).map(answer -> EscalationMetricsView.of(window, answer));
  }
}
