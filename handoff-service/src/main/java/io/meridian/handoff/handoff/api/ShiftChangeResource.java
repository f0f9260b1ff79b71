package io.meridian.handoff.handoff.api;

import io.meridian.handoff.handoff.application.ShiftChangeReading;
import io.meridian.handoff.handoff.application.ShiftChangeReading.Summary;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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

/** Shift changes that were prepared, or that a gap belongs to, and how their handoffs stand. */
@Path("/api/v1/shift-changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Shift changes")
public class ShiftChangeResource {
  private final ShiftChangeReading reading;

  ShiftChangeResource(ShiftChangeReading reading) {
    this.reading = reading;
  }

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(summary = "List shift changes by boundary")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "one", value = HandoffExamples.SHIFT_CHANGES)))
  public Uni<Page<Summary>> list(
      @Parameter(description = "boundaries at or after", example = "2026-03-09T00:00:00Z")
          @RestQuery
          @Nullable Instant from,
      @Parameter(description = "boundaries before", example = "2026-03-10T00:00:00Z") @RestQuery
          @Nullable Instant to,
      @RestQuery @Nullable String fromRegion,
      @RestQuery @Nullable String toRegion,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    return reading.page(from, to, fromRegion, toRegion, PageRequest.of(limit, cursor));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(
      summary = "Read a shift change",
      description =
          "Without preparedAt and lateness it is foreseen: a gap belongs to it, and it is still to"
              + " be prepared.")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Summary.class),
              examples = @ExampleObject(name = "one", value = HandoffExamples.SHIFT_CHANGE)))
  public Uni<Summary> read(UUID id) {
    return reading.find(id);
  }
}
