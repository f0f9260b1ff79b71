package io.meridian.handoff.handoff.api;

import io.meridian.handoff.handoff.application.BriefingDesk;
import io.meridian.handoff.handoff.application.briefing.Briefings.Edit;
import io.meridian.handoff.handoff.domain.briefing.Briefing;
import io.meridian.handoff.handoff.domain.briefing.BriefingVersion;
import io.meridian.rest.http.ETags;
import io.meridian.rest.paging.Page;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The briefing of a handoff: facts, and words that are drafted, edited and frozen. */
@Path(HandoffView.PATH + "/{id}/briefing")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Handoffs")
public class BriefingResource {
  private static final String MINE = "mine";
  private static final String WRITERS =
      "Written by the outgoing TAM, who is asked to take it over, who is on duty in the accountable"
          + " region, its lead, who is assigned to the customer, and managers. ";

  private final BriefingDesk desk;
  private final Caller caller;

  BriefingResource(BriefingDesk desk, Caller caller) {
    this.desk = desk;
    this.caller = caller;
  }

  /** A version that was written or accepted. */
  @Schema(name = "BriefingVersion")
  public record VersionView(
      long version, @Nullable String writtenBy, Instant writtenAt, Briefing content) {

    static VersionView of(BriefingVersion version) {
      return new VersionView(
          version.version(), version.writtenBy(), version.writtenAt(), version.content());
    }
  }

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(
      summary = "What the incoming TAM must know",
      description =
          "facts are always as they are now, and nobody writes them. words follow the timeline; those"
              + " that people wrote stay, with what was noted and settled since. Accepted,"
              + " the words are frozen. With since=mine, changes is what the timeline got since the caller last held the"
              + " escalation.")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BriefingView.class)))
  public Uni<RestResponse<BriefingView>> read(
      UUID id, @Parameter(example = MINE) @RestQuery @Nullable String since) {
    if (since != null && !since.equals(MINE)) {
      throw Problem.invalid("?since", "unknown", "since is 'mine' or left out");
    }
    return (since == null ? desk.read(id) : desk.read(id, caller.id()))
        .map(BriefingView::of)
        .map(BriefingResource::answer);
  }

  @PUT
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @Operation(
      summary = "Write the words of the briefing, as whom it concerns",
      description =
          WRITERS
              + "The words given take the place of all that was written before; what is left out follows"
              + " the timeline. Each edit is a version of its own; refused once the handoff is"
              + " finished. A deadline or a stakeholder is a fact: note it on the timeline.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BriefingRequests.Edit.class),
              examples = @ExampleObject(name = "whole", value = BriefingRequests.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "Written",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BriefingView.class)))
  public Uni<RestResponse<BriefingView>> write(
      UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull BriefingRequests.Edit edit) {
    return write(id, ifMatch, new Edit(edit.toDomain(), true));
  }

  @PATCH
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @Operation(
      summary = "Write some words of the briefing, as whom it concerns",
      description =
          WRITERS
              + "The fields given are written, all others stay as they are; null is as left out. Each edit"
              + " is a version of its own; refused once the handoff is finished.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BriefingRequests.Edit.class),
              examples = @ExampleObject(name = "summary", value = BriefingRequests.FIELD)))
  @APIResponse(
      responseCode = "200",
      description = "Written",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BriefingView.class)))
  public Uni<RestResponse<BriefingView>> change(
      UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull BriefingRequests.Edit edit) {
    return write(id, ifMatch, new Edit(edit.toDomain(), false));
  }

  private Uni<RestResponse<BriefingView>> write(UUID id, @Nullable String ifMatch, Edit edit) {
    return desk.write(id, caller.actor(), version -> ETags.requireMatch(ifMatch, version), edit)
        .map(BriefingView::of)
        .map(BriefingResource::answer);
  }

  @GET
  @Path("/versions")
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(summary = "Every version that was written or accepted, the first one first")
  public Uni<Page<VersionView>> versions(UUID id) {
    return desk.versions(id)
        .map(versions -> new Page<>(versions.stream().map(VersionView::of).toList(), null));
  }

  private static RestResponse<BriefingView> answer(BriefingView view) {
    return RestResponse.ResponseBuilder.ok(view).header("ETag", ETags.of(view.version())).build();
  }
}
