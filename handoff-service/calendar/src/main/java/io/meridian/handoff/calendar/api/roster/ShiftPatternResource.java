package io.meridian.handoff.calendar.api.roster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.handoff.calendar.api.DifferenceView;
import io.meridian.handoff.calendar.application.CalendarDocument;
import io.meridian.handoff.calendar.application.roster.EntryList;
import io.meridian.handoff.calendar.application.roster.EntryRule;
import io.meridian.rest.paging.Page;
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

/** The shift patterns of the calendar in force, each a resource. */
@Path("/api/v1/shift-patterns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
public class ShiftPatternResource {

  private static final String EXAMPLE =
      """
      {"id":"latam-day","region":"LATAM","days":["MON","TUE","WED","THU","FRI"],"start":"09:00","end":"17:00","effectiveFrom":"2026-01-01","rotations":["latam-primary"],"holidayPolicy":"OFF"}""";

  private final EntryAnswers answers;

  ShiftPatternResource(EntryAnswers answers) {
    this.answers = answers;
  }

  /** A shift pattern of the calendar in force. */
  @Schema(
      name = "ShiftPattern",
      allOf = {CalendarDocument.PatternEntry.class, Linked.class})
  private interface ShiftPatternView {}

  /** A page of them. */
  @Schema(name = "ShiftPatternPage")
  private record ShiftPatternPage(List<ShiftPatternView> items, @Nullable String nextCursor) {}

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.INTEGRATION, Roles.ADMIN})
  @Operation(summary = "The shift patterns of the calendar in force, by id")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ShiftPatternPage.class)))
  public Uni<Page<ObjectNode>> list(
      @RestQuery @Nullable String region,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    return answers.list(
        EntryList.SHIFT_PATTERNS,
        entry -> (region == null || entry.path("region").asText().equals(region)),
        limit,
        cursor);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.INTEGRATION, Roles.ADMIN})
  @Operation(summary = "One shift pattern", description = EntryWords.ETAG)
  @APIResponse(
      responseCode = "200",
      description = "The shift pattern",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ShiftPatternView.class)))
  public Uni<RestResponse<Object>> read(String id) {
    return answers.read(EntryList.SHIFT_PATTERNS, id);
  }

  @POST
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Add a shift pattern to the calendar in force",
      description = EntryWords.EDIT)
  @APIResponse(
      responseCode = "201",
      description = "The shift pattern, at Location; with dryRun=true 200 and a CalendarDifference",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ShiftPatternView.class)))
  public Uni<RestResponse<Object>> create(
      @Parameter(description = EntryWords.KEY) @HeaderParam("Idempotency-Key") @Nullable String key,
      @RestQuery @Nullable Boolean dryRun,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = CalendarDocument.PatternEntry.class),
                      examples = @ExampleObject(name = "shift pattern", value = EXAMPLE)))
          JsonNode body) {
    return answers.create(EntryList.SHIFT_PATTERNS, key, body, dryRun, EntryRule.anybody());
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Put another shift pattern in its place",
      description = EntryWords.EDIT + EntryWords.STALE)
  @APIResponse(
      responseCode = "200",
      description = "The shift pattern now; with dryRun=true a CalendarDifference",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(anyOf = {ShiftPatternView.class, DifferenceView.class})))
  public Uni<RestResponse<Object>> replace(
      String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RestQuery @Nullable Boolean dryRun,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = CalendarDocument.PatternEntry.class),
                      examples = @ExampleObject(name = "shift pattern", value = EXAMPLE)))
          JsonNode body) {
    return answers.replace(
        EntryList.SHIFT_PATTERNS, id, ifMatch, dryRun, body, EntryRule.anybody());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({"application/merge-patch+json", "application/json"})
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Change some fields of a shift pattern",
      description = EntryWords.PATCH + EntryWords.EDIT + EntryWords.STALE)
  @APIResponse(
      responseCode = "200",
      description = "The shift pattern now; with dryRun=true a CalendarDifference",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(anyOf = {ShiftPatternView.class, DifferenceView.class})))
  public Uni<RestResponse<Object>> patch(
      String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RestQuery @Nullable Boolean dryRun,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/merge-patch+json",
                      schema = @Schema(implementation = CalendarDocument.PatternEntry.class)))
          JsonNode body) {
    return answers.patch(EntryList.SHIFT_PATTERNS, id, ifMatch, dryRun, body, EntryRule.anybody());
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(summary = "Take a shift pattern away", description = EntryWords.DELETE)
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
    return answers.delete(EntryList.SHIFT_PATTERNS, id, ifMatch, dryRun, EntryRule.anybody());
  }
}
