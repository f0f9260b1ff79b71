package io.meridian.handoff.calendar.api.roster;

import io.meridian.handoff.calendar.api.Window;
import io.meridian.rest.security.Caller;
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

/** The shifts that one TAM worked. */
@Path("/api/v1/tams/{id}/worked-shifts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "worked shifts")
public class TamWorkedShiftResource {

  private final WorkedShiftAnswers answers;
  private final Caller caller;

  TamWorkedShiftResource(WorkedShiftAnswers answers, Caller caller) {
    this.answers = answers;
    this.caller = caller;
  }

  /** A page of them. */
  @Schema(name = "WorkedShiftPage")
  private record Pages(List<WorkedShiftView> items, @Nullable String nextCursor) {}

  @GET
  @Produces({MediaType.APPLICATION_JSON, WorkedShiftAnswers.CSV})
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(
      summary = "The shifts that a TAM worked, for pay",
      description =
          WorkedShiftAnswers.WORDS
              + " A TAM sees their own, a lead those of their region's TAMs, a manager"
              + " everybody's.")
  @APIResponse(
      responseCode = "200",
      description = "By start",
      content = {
        @Content(mediaType = "application/json", schema = @Schema(implementation = Pages.class)),
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
      })
  public Uni<RestResponse<Object>> list(
      String id,
      @RestQuery @Nullable Instant from,
      @Parameter(description = "At most 24 months after from") @RestQuery @Nullable Instant to,
      @Parameter(description = "json or csv") @RestQuery @Nullable String format,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor,
      @Context HttpHeaders headers) {
    return answers.answer(
        Window.of(from, to),
        inForce ->
            caller.id().equals(id)
                || inForce.tam(id).filter(tam -> answers.leads(inForce, tam.region())).isPresent(),
        worked -> worked.tam().equals(id),
        WorkedShiftAnswers.isCsv(format, headers),
        limit,
        cursor);
  }
}
