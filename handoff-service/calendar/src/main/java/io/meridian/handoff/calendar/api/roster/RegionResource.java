package io.meridian.handoff.calendar.api.roster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.events.Person;
import io.meridian.handoff.calendar.api.DifferenceView;
import io.meridian.handoff.calendar.api.Links;
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

/** The regions of the calendar in force, each a resource. */
@Path("/api/v1/regions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
public class RegionResource {

  private static final String EXAMPLE =
      """
      {"code":"LATAM","name":"Latin America",
      "zone":"America/Sao_Paulo","holidays":"BR","lead":"tam-ana"}""";

  private final EntryAnswers answers;

  RegionResource(EntryAnswers answers) {
    this.answers = answers;
  }

  /** A region of the calendar in force; a lead that is sent may be the id alone. */
  @Schema(name = "Region")
  private record RegionView(
      String code, String name, String zone, @Nullable String holidays, Person lead, Links links) {}

  /** A page of them. */
  @Schema(name = "RegionPage")
  private record RegionPage(List<RegionView> items, @Nullable String nextCursor) {}

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.INTEGRATION, Roles.ADMIN})
  @Operation(summary = "The regions of the calendar in force, by code")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RegionPage.class)))
  public Uni<Page<ObjectNode>> list(
      @RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
    return answers.list(EntryList.REGIONS, entry -> true, limit, cursor);
  }

  @GET
  @Path("/{code}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.INTEGRATION, Roles.ADMIN})
  @Operation(summary = "One region", description = EntryWords.ETAG)
  @APIResponse(
      responseCode = "200",
      description = "The region",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RegionView.class)))
  public Uni<RestResponse<Object>> read(String code) {
    return answers.read(EntryList.REGIONS, code);
  }

  @POST
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Add a region to the calendar in force",
      description = EntryWords.EDIT + " The lead, until now a TAM of another region, moves to it.")
  @APIResponse(
      responseCode = "201",
      description = "The region, at Location; with dryRun=true 200 and a CalendarDifference",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RegionView.class)))
  public Uni<RestResponse<Object>> create(
      @Parameter(description = EntryWords.KEY) @HeaderParam("Idempotency-Key") @Nullable String key,
      @RestQuery @Nullable Boolean dryRun,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = CalendarDocument.RegionEntry.class),
                      examples = @ExampleObject(name = "region", value = EXAMPLE)))
          JsonNode body) {
    return answers.create(EntryList.REGIONS, key, body, dryRun, EntryRule.anybody());
  }

  @PUT
  @Path("/{code}")
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Put another region in its place",
      description = EntryWords.EDIT + EntryWords.STALE)
  @APIResponse(
      responseCode = "200",
      description = "The region now; with dryRun=true a CalendarDifference",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(anyOf = {RegionView.class, DifferenceView.class})))
  public Uni<RestResponse<Object>> replace(
      String code,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RestQuery @Nullable Boolean dryRun,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = CalendarDocument.RegionEntry.class),
                      examples = @ExampleObject(name = "region", value = EXAMPLE)))
          JsonNode body) {
    return answers.replace(EntryList.REGIONS, code, ifMatch, dryRun, body, EntryRule.anybody());
  }

  @PATCH
  @Path("/{code}")
  @Consumes({"application/merge-patch+json", "application/json"})
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Change some fields of a region",
      description = EntryWords.PATCH + EntryWords.EDIT + EntryWords.STALE)
  @APIResponse(
      responseCode = "200",
      description = "The region now; with dryRun=true a CalendarDifference",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(anyOf = {RegionView.class, DifferenceView.class})))
  public Uni<RestResponse<Object>> patch(
      String code,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RestQuery @Nullable Boolean dryRun,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/merge-patch+json",
                      schema = @Schema(implementation = CalendarDocument.RegionEntry.class)))
          JsonNode body) {
    return answers.patch(EntryList.REGIONS, code, ifMatch, dryRun, body, EntryRule.anybody());
  }

  @DELETE
  @Path("/{code}")
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(summary = "Take a region away", description = EntryWords.DELETE)
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(
      responseCode = "200",
      description = "With dryRun=true: what would change",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DifferenceView.class)))
  public Uni<RestResponse<Object>> delete(
      String code,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RestQuery @Nullable Boolean dryRun) {
    return answers.delete(EntryList.REGIONS, code, ifMatch, dryRun, EntryRule.anybody());
  }
}
