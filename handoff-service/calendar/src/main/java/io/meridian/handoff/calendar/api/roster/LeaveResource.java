package io.meridian.handoff.calendar.api.roster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.handoff.calendar.api.DifferenceView;
import io.meridian.handoff.calendar.application.CalendarDocument;
import io.meridian.handoff.calendar.application.roster.EntryList;
import io.meridian.handoff.calendar.application.roster.EntryRule;
import io.meridian.rest.paging.Page;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Role;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The leaves of the calendar in force, each a resource. */
@Path("/api/v1/leaves")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
public class LeaveResource {

  private static final String EXAMPLE =
      """
      {"tam":"tam-ana","start":"2026-07-06T03:00:00Z","end":"2026-07-20T03:00:00Z","reason":"holiday"}""";

  private final EntryAnswers answers;
  private final Caller caller;

  LeaveResource(EntryAnswers answers, Caller caller) {
    this.answers = answers;
    this.caller = caller;
  }

  /** A leave of the calendar in force. */
  @Schema(
      name = "Leave",
      allOf = {CalendarDocument.LeaveEntry.class, Linked.class})
  private interface LeaveView {}

  /** A page of them. */
  @Schema(name = "LeavePage")
  private record LeavePage(List<LeaveView> items, @Nullable String nextCursor) {}

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.INTEGRATION, Roles.ADMIN})
  @Operation(summary = "The leaves of the calendar in force, by id")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = LeavePage.class)))
  public Uni<Page<ObjectNode>> list(
      @RestQuery @Nullable String tam,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    return answers.list(
        EntryList.LEAVES,
        entry -> (tam == null || entry.path("tam").asText().equals(tam)),
        limit,
        cursor);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.INTEGRATION, Roles.ADMIN})
  @Operation(summary = "One leave", description = EntryWords.ETAG)
  @APIResponse(
      responseCode = "200",
      description = "The leave",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = LeaveView.class)))
  public Uni<RestResponse<Object>> read(String id) {
    return answers.read(EntryList.LEAVES, id);
  }

  @POST
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Add a leave to the calendar in force",
      description = EntryWords.EDIT + " Managers may for everybody, a TAM for themselves.")
  @APIResponse(
      responseCode = "201",
      description = "The leave, at Location; with dryRun=true 200 and a CalendarDifference",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = LeaveView.class)))
  public Uni<RestResponse<Object>> create(
      @Parameter(description = EntryWords.KEY) @HeaderParam("Idempotency-Key") @Nullable String key,
      @RestQuery @Nullable Boolean dryRun,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = CalendarDocument.LeaveEntry.class),
                      examples = @ExampleObject(name = "leave", value = EXAMPLE)))
          JsonNode body) {
    return answers.create(EntryList.LEAVES, key, body, dryRun, own());
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Put another leave in its place",
      description =
          EntryWords.EDIT + EntryWords.STALE + " Managers may for everybody, a TAM for themselves.")
  @APIResponse(
      responseCode = "200",
      description = "The leave now; with dryRun=true a CalendarDifference",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(anyOf = {LeaveView.class, DifferenceView.class})))
  public Uni<RestResponse<Object>> replace(
      String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RestQuery @Nullable Boolean dryRun,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = CalendarDocument.LeaveEntry.class),
                      examples = @ExampleObject(name = "leave", value = EXAMPLE)))
          JsonNode body) {
    return answers.replace(EntryList.LEAVES, id, ifMatch, dryRun, body, own());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({"application/merge-patch+json", "application/json"})
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Change some fields of a leave",
      description =
          EntryWords.PATCH
              + EntryWords.EDIT
              + EntryWords.STALE
              + " Managers may for everybody, a TAM for themselves.")
  @APIResponse(
      responseCode = "200",
      description = "The leave now; with dryRun=true a CalendarDifference",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(anyOf = {LeaveView.class, DifferenceView.class})))
  public Uni<RestResponse<Object>> patch(
      String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RestQuery @Nullable Boolean dryRun,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/merge-patch+json",
                      schema = @Schema(implementation = CalendarDocument.LeaveEntry.class)))
          JsonNode body) {
    return answers.patch(EntryList.LEAVES, id, ifMatch, dryRun, body, own());
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Take a leave away",
      description = EntryWords.DELETE + " Managers may for everybody, a TAM for themselves.")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(
      responseCode = "200",
      description = "With dryRun=true: what would change",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DifferenceView.class)))
  public Uni<RestResponse<Object>> delete(
      String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RestQuery @Nullable Boolean dryRun) {
    return answers.delete(EntryList.LEAVES, id, ifMatch, dryRun, own());
  }

  /** A TAM decides on their own leave only. */
  private EntryRule<CalendarDocument.LeaveEntry> own() {
    boolean anybody = caller.is(Role.MANAGER) || caller.is(Role.ADMIN);
    return (before, after) -> {
      if (!anybody && !(isOwn(before) && isOwn(after))) {
        throw Problem.forbidden("A TAM may decide on their own leave only");
      }
    };
  }

  private boolean isOwn(CalendarDocument.@Nullable LeaveEntry leave) {
    return leave == null || caller.id().equals(leave.tam());
  }
}
