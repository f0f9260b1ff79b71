package io.meridian.handoff.watch.api;

import io.meridian.handoff.watch.api.WatchRequests.NoteRequest;
import io.meridian.handoff.watch.application.ShiftChangeNotes;
import io.meridian.handoff.watch.application.ShiftChangeNotes.Written;
import io.meridian.rest.http.ETags;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the outgoing crew says to the incoming one, beside the handoffs. */
@Path("/api/v1/shift-changes/{id}/note")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Shift changes")
public class ShiftChangeNoteResource {
  private final ShiftChangeNotes notes;
  private final Caller caller;

  ShiftChangeNoteResource(ShiftChangeNotes notes, Caller caller) {
    this.notes = notes;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(summary = "The note of the outgoing crew")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NoteView.class)))
  public Uni<RestResponse<NoteView>> read(UUID id) {
    return notes.read(id).map(ShiftChangeNoteResource::answer);
  }

  @PUT
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @Operation(
      summary = "Write the note, as one of the outgoing crew",
      description =
          "Also before the shift change is prepared, and whether a case is open or not: the"
              + " incoming crew is told. If-Match is the version before, 0 for the first.")
  @APIResponse(
      responseCode = "200",
      description = "Written",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NoteView.class)))
  public Uni<RestResponse<NoteView>> write(
      UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull NoteRequest request) {
    return notes
        .write(id, ifMatch, request.text(), caller.actor())
        .map(ShiftChangeNoteResource::answer);
  }

  private static RestResponse<NoteView> answer(Written written) {
    return RestResponse.ResponseBuilder.ok(NoteView.of(written))
        .header("ETag", ETags.of(written.note().version()))
        .build();
  }
}
