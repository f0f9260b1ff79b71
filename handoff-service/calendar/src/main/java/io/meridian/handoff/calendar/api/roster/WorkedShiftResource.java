package io.meridian.handoff.calendar.api.roster;

import io.meridian.handoff.calendar.api.Window;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The shifts that were worked by all TAMs. */
@Path("/api/v1/worked-shifts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "worked shifts")
public class WorkedShiftResource {

  private final WorkedShiftAnswers answers;

  WorkedShiftResource(WorkedShiftAnswers answers) {
    this.answers = answers;
  }

  /** A page of them. */
  @Schema(name = "WorkedShiftPage")
  private record Pages(List<WorkedShiftView> items, @Nullable String nextCursor) {}

  @GET
  @Produces({MediaType.APPLICATION_JSON, WorkedShiftAnswers.CSV})
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(
      summary = "The shifts that were worked, for pay",
      description = WorkedShiftAnswers.WORDS + " A lead sees those of their region.")
  @APIResponse(
      responseCode = "200",
      description = "By start",
      content = {
        @Content(mediaType = "application/json", schema = @Schema(implementation = Pages.class)),
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
      })
  public Uni<RestResponse<Object>> list(
      @RestQuery @Nullable Instant from,
      @Parameter(description = "At most 24 months after from") @RestQuery @Nullable Instant to,
      @RestQuery @Nullable String region,
      @Parameter(description = "json or csv") @RestQuery @Nullable String format,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor,
      @Context HttpHeaders headers) {

    return answers.answer(
        Window.of(from, to),
        inForce -> answers.leads(inForce, region),
        worked -> region == null || worked.shift().region().equals(region),
        WorkedShiftAnswers.isCsv(format, headers),
        limit,
        cursor);
  }
}
