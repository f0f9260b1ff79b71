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

/** The rotations of the calendar in force, each a resource. */
@Path("/api/v1/rotations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
public class RotationResource {

  private static final String EXAMPLE =
      """
      {"id":"latam-primary","region":"LATAM","tier":"PRIMARY","participants":["tam-ana","tam-rui"],"period":"WEEKLY","every":1,"anchor":"2026-01-05T09:00"}""";

  private final EntryAnswers answers;

  RotationResource(EntryAnswers answers) {
    this.answers = answers;
  }

  /** A rotation of the calendar in force. */
  @Schema(
      name = "Rotation",
      allOf = {CalendarDocument.RotationEntry.class, Linked.class})
  private interface RotationView {}

  /** A page of them. */
  @Schema(name = "RotationPage")
  private record RotationPage(List<RotationView> items, @Nullable String nextCursor) {}

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.INTEGRATION, Roles.ADMIN})
  @Operation(summary = "The rotations of the calendar in force, by id")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RotationPage.class)))
  public Uni<Page<ObjectNode>> list(
      @RestQuery @Nullable String region,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    return answers.list(
        EntryList.ROTATIONS,
        entry -> (region == null || entry.path("region").asText().equals(region)),
        limit,
        cursor);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.INTEGRATION, Roles.ADMIN})
  @Operation(summary = "One rotation", description = EntryWords.ETAG)
  @APIResponse(
      responseCode = "200",
      description = "The rotation",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RotationView.class)))
  public Uni<RestResponse<Object>> read(String id) {
    return answers.read(EntryList.ROTATIONS, id);
  }

  @POST
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(summary = "Add a rotation to the calendar in force", description = EntryWords.EDIT)
  @APIResponse(
      responseCode = "201",
      description = "The rotation, at Location; with dryRun=true 200 and a CalendarDifference",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RotationView.class)))
  public Uni<RestResponse<Object>> create(
      @Parameter(description = EntryWords.KEY) @HeaderParam("Idempotency-Key") @Nullable String key,
      @RestQuery @Nullable Boolean dryRun,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = CalendarDocument.RotationEntry.class),
                      examples = @ExampleObject(name = "rotation", value = EXAMPLE)))
          JsonNode body) {
    return answers.create(EntryList.ROTATIONS, key, body, dryRun, EntryRule.anybody());
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Put another rotation in its place",
      description = EntryWords.EDIT + EntryWords.STALE)
  @APIResponse(
      responseCode = "200",
      description = "The rotation now; with dryRun=true a CalendarDifference",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(anyOf = {RotationView.class, DifferenceView.class})))
  public Uni<RestResponse<Object>> replace(
      String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RestQuery @Nullable Boolean dryRun,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = CalendarDocument.RotationEntry.class),
                      examples = @ExampleObject(name = "rotation", value = EXAMPLE)))
          JsonNode body) {
    return answers.replace(EntryList.ROTATIONS, id, ifMatch, dryRun, body, EntryRule.anybody());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({"application/merge-patch+json", "application/json"})
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Change some fields of a rotation",
      description = EntryWords.PATCH + EntryWords.EDIT + EntryWords.STALE)
  @APIResponse(
      responseCode = "200",
      description = "The rotation now; with dryRun=true a CalendarDifference",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(anyOf = {RotationView.class, DifferenceView.class})))
  public Uni<RestResponse<Object>> patch(
      String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RestQuery @Nullable Boolean dryRun,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/merge-patch+json",
                      schema = @Schema(implementation = CalendarDocument.RotationEntry.class)))
          JsonNode body) {
    return answers.patch(EntryList.ROTATIONS, id, ifMatch, dryRun, body, EntryRule.anybody());
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(summary = "Take a rotation away", description = EntryWords.DELETE)
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
    return answers.delete(EntryList.ROTATIONS, id, ifMatch, dryRun, EntryRule.anybody());
  }
}
