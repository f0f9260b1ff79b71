package io.meridian.handoff.calendar.api.roster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.handoff.calendar.api.ContactDetails;
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

/** The TAMs of the calendar in force, each a resource. */
@Path("/api/v1/tams")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
public class TamResource {

  private static final String EXAMPLE =
      """
      {"id":"tam-ana","name":"Ana Lima","email":"ana@example.com","region":"LATAM",
      "status":"ONBOARDING","skills":["dns"],"languages":["pt","es"]}""";

  private final EntryAnswers answers;

  TamResource(EntryAnswers answers) {
    this.answers = answers;
  }

  /** A TAM of the calendar in force. */
  @Schema(
      name = "Tam",
      allOf = {CalendarDocument.TamEntry.class, Linked.class})
  private interface TamView {}

  /** A page of them. */
  @Schema(name = "TamPage")
  private record TamPage(List<TamView> items, @Nullable String nextCursor) {}

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.INTEGRATION, Roles.ADMIN})
  @Operation(
      summary = "The TAMs of the calendar in force, by id",
      description = ContactDetails.WORDS)
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TamPage.class)))
  public Uni<Page<ObjectNode>> list(
      @RestQuery @Nullable String region,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    return answers.list(
        EntryList.TAMS,
        entry -> (region == null || entry.path("region").asText().equals(region)),
        limit,
        cursor);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.INTEGRATION, Roles.ADMIN})
  @Operation(summary = "One TAM", description = EntryWords.ETAG + ContactDetails.WORDS)
  @APIResponse(
      responseCode = "200",
      description = "The TAM",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TamView.class)))
  public Uni<RestResponse<Object>> read(String id) {
    return answers.read(EntryList.TAMS, id);
  }

  @POST
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(summary = "Add a TAM to the calendar in force", description = EntryWords.EDIT)
  @APIResponse(
      responseCode = "201",
      description = "The TAM, at Location; with dryRun=true 200 and a CalendarDifference",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TamView.class)))
  public Uni<RestResponse<Object>> create(
      @Parameter(description = EntryWords.KEY) @HeaderParam("Idempotency-Key") @Nullable String key,
      @RestQuery @Nullable Boolean dryRun,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = CalendarDocument.TamEntry.class),
                      examples = @ExampleObject(name = "TAM", value = EXAMPLE)))
          JsonNode body) {
    return answers.create(EntryList.TAMS, key, body, dryRun, EntryRule.anybody());
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Put another TAM in its place",
      description = EntryWords.EDIT + EntryWords.STALE)
  @APIResponse(
      responseCode = "200",
      description = "The TAM now; with dryRun=true a CalendarDifference",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(anyOf = {TamView.class, DifferenceView.class})))
  public Uni<RestResponse<Object>> replace(
      String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RestQuery @Nullable Boolean dryRun,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = CalendarDocument.TamEntry.class),
                      examples = @ExampleObject(name = "TAM", value = EXAMPLE)))
          JsonNode body) {
    return answers.replace(EntryList.TAMS, id, ifMatch, dryRun, body, EntryRule.anybody());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({"application/merge-patch+json", "application/json"})
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Change some fields of a TAM",
      description = EntryWords.PATCH + EntryWords.EDIT + EntryWords.STALE)
  @APIResponse(
      responseCode = "200",
      description = "The TAM now; with dryRun=true a CalendarDifference",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(anyOf = {TamView.class, DifferenceView.class})))
  public Uni<RestResponse<Object>> patch(
      String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RestQuery @Nullable Boolean dryRun,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/merge-patch+json",
                      schema = @Schema(implementation = CalendarDocument.TamEntry.class)))
          JsonNode body) {
    return answers.patch(EntryList.TAMS, id, ifMatch, dryRun, body, EntryRule.anybody());
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(summary = "Take a TAM away", description = EntryWords.DELETE)
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
    return answers.delete(EntryList.TAMS, id, ifMatch, dryRun, EntryRule.anybody());
  }
}
