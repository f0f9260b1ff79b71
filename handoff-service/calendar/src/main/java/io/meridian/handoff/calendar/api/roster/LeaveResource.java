package io.meridian.handoff.calendar.api.roster;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.handoff.calendar.application.CalendarDocument;
import io.meridian.handoff.calendar.application.roster.EntryList;
import io.meridian.handoff.calendar.application.roster.EntryRule;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The leaves of the calendar in force, each a resource. No {@link EntryResource}: roles belong to
 * methods, and those of leave are open to TAMs as well.
 */
@Path("/api/v1/leaves")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
public class LeaveResource {

  static final EntryDescription DESCRIPTION =
      EntryDescription.of(
              LeaveResource.class,
              EntryList.LEAVES,
              """
              {"tam":"tam-ana","start":"2026-07-06T03:00:00Z","end":"2026-07-20T03:00:00Z","reason":"holiday"}""")
          .changing(" Managers may for everybody, a TAM for themselves.");

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
  interface LeaveView {}

  /** A page of them. */
  @Schema(name = "LeavePage")
  record LeavePage(List<LeaveView> items, @Nullable String nextCursor) {}

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  public Uni<RestResponse<Object>> list(
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
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  public Uni<RestResponse<Object>> read(String id) {
    return answers.read(EntryList.LEAVES, id);
  }

  @POST
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  public Uni<RestResponse<Object>> create(
      @Parameter(description = EntryWords.KEY) @HeaderParam("Idempotency-Key") @Nullable String key,
      @Parameter(description = EntryWords.SHOWN) @HeaderParam("If-Match") @Nullable String ifMatch,
      @RestQuery @Nullable Boolean dryRun,
      JsonNode body) {
    return answers.create(EntryList.LEAVES, key, ifMatch, dryRun, body, own());
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  public Uni<RestResponse<Object>> replace(
      String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RestQuery @Nullable Boolean dryRun,
      JsonNode body) {
    return answers.replace(EntryList.LEAVES, id, ifMatch, dryRun, body, own());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({"application/merge-patch+json", "application/json"})
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  public Uni<RestResponse<Object>> patch(
      String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RestQuery @Nullable Boolean dryRun,
      JsonNode body) {
    return answers.patch(EntryList.LEAVES, id, ifMatch, dryRun, body, own());
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  public Uni<RestResponse<Object>> delete(
      String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RestQuery @Nullable Boolean dryRun) {
    return answers.delete(EntryList.LEAVES, id, ifMatch, dryRun, own());
  }

  /** A TAM decides on their own leave only. */
  private EntryRule<CalendarDocument.LeaveEntry> own() {
    boolean anybody = caller.is(Role.MANAGER);
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
