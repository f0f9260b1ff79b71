package io.meridian.handoff.calendar.api.roster;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.handoff.calendar.application.CalendarDocument.TamEntry;
import io.meridian.handoff.calendar.application.roster.EntryList;
import io.meridian.handoff.calendar.application.roster.EntryRule;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.meridian.roster.OpenToOnboarding;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What TAMs decide about themselves. */
@Path("/api/v1/me/tam")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
public class MyTamResource {
  private static final String CHANGE =
      """
      {"zone":"Asia/Tokyo","channels":[{"kind":"EMAIL","address":"kai@example.com","delay":"PT0S"}]}\
      """;

  private final EntryAnswers answers;
  private final Caller caller;

  MyTamResource(EntryAnswers answers, Caller caller) {
    this.answers = answers;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Roles.TAM)
  @Operation(
      summary = "My entry in the calendar, channels included",
      description = "As /tams/{id} answers it; its tag is wanted to change it.")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TamResource.TamView.class)))
  public Uni<RestResponse<Object>> entry() {
    return answers.read(EntryList.TAMS, caller.id());
  }

  @PATCH
  @Consumes({"application/merge-patch+json", "application/json"})
  @RolesAllowed(Roles.TAM)
  @OpenToOnboarding
  @Operation(
      summary = "Set my zone, and how I am reached",
      description =
          "zone, email and channels; everything else of the entry is decided by managers, and"
              + " refused here with 403. In force at once.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/merge-patch+json",
              schema = @Schema(implementation = TamEntry.class),
              examples = @ExampleObject(name = "zone and channels", value = CHANGE)))
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TamResource.TamView.class)))
  public Uni<RestResponse<Object>> change(
      @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode body) {
    return answers.patch(EntryList.TAMS, caller.id(), ifMatch, false, body, ownMatters());
  }

  /** What is left of the change besides zone and channels must be nothing. */
  private static EntryRule<TamEntry> ownMatters() {
    return (calendar, before, after) -> {
      if (before == null || after == null || !withOwnMattersOf(before, after).equals(after)) {
        throw Problem.forbidden(
            "A TAM sets their zone, email and channels; ask a manager for anything else.");
      }
    };
  }

  private static TamEntry withOwnMattersOf(TamEntry before, TamEntry after) {
    return new TamEntry(
        before.id(),
        before.name(),
        after.email(),
        before.region(),
        after.zone(),
        before.status(),
        before.skills(),
        before.languages(),
        after.channels(),
        before.capacity());
  }
}
