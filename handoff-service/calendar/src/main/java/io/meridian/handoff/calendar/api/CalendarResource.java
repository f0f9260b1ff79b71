package io.meridian.handoff.calendar.api;

import io.meridian.handoff.calendar.application.CalendarCommands;
import io.meridian.handoff.calendar.application.CalendarDocument;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.application.RosterQueries;
import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.rest.http.BodyLimit;
import io.meridian.rest.http.ETags;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The calendar as one document. */
@Path("/api/v1/calendar")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
public class CalendarResource {

  private final CalendarCommands commands;
  private final RosterQueries queries;
  private final ContactDetails contacts;
  private final Caller caller;

  CalendarResource(
      CalendarCommands commands, RosterQueries queries, ContactDetails contacts, Caller caller) {
    this.commands = commands;
    this.queries = queries;
    this.contacts = contacts;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(
      summary = "The calendar in force",
      description =
          "Before the first is applied it is empty and its ETag is \"0\"." + ContactDetails.WORDS)
  @APIResponse(
      responseCode = "200",
      description = "The whole document, nothing left to defaults",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CalendarDocument.class)))
  public Uni<RestResponse<Object>> read() {
    return queries.inForce().map(this::answer);
  }

  @PUT
  @BodyLimit(mebibytes = 8) // 30 regions, 600 TAMs and 5,000 overrides must fit
  @RolesAllowed(Roles.MANAGER)
  @Operation(
      summary = "Put a calendar in force",
      description =
          "In force from now on; what has begun stays as it was, and rotations keep their versions"
              + " up to now. The link 'warnings' leads to what is likely wrong with the roster."
              + " Needs If-Match with the ETag of"
              + " the calendar in force, or If-None-Match: * for the first. Of two who apply at once,"
              + " one wins; the other gets 412 with the calendar in force in the member current.")
  @APIResponse(
      responseCode = "200",
      description = "The calendar now in force; with dryRun=true a CalendarDifference instead",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(anyOf = {CalendarDocument.class, DifferenceView.class})))
  @APIResponse(responseCode = "422", description = "The document cannot be meant; fields named")
  @APIResponse(responseCode = "428", description = "Neither If-Match nor If-None-Match")
  public Uni<RestResponse<Object>> apply(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
      @Parameter(description = "true: change nothing, answer what would change") @RestQuery
          @Nullable Boolean dryRun,
      CalendarDocument document) {
    Calendar calendar = document.calendar();
    if (Boolean.TRUE.equals(dryRun)) {
      return queries.preview(calendar).map(preview -> RestResponse.ok(DifferenceView.of(preview)));
    }
    return commands
        .edit(
            inForce -> {
              check(ifMatch, ifNoneMatch, inForce);
              return calendar;
            },
            caller.id())
        .map(this::applied);
  }

  private static void check(
      @Nullable String ifMatch, @Nullable String ifNoneMatch, InForce inForce) {
    String etag = ETags.of(inForce.revision());
    if (ifNoneMatch == null) {
      ETags.requireMatch(ifMatch, etag, () -> CalendarDocument.of(inForce.calendar()));
    } else if (!ifNoneMatch.strip().equals("*")) {
      throw Problem.invalid("header:If-None-Match", "malformed", "must be *");
    } else if (inForce.revision() > 0) {
      throw Problem.preconditionFailed(etag, CalendarDocument.of(inForce.calendar()));
    }
  }

  /** What is likely wrong with the roster is asked for where the link leads. */
  private RestResponse<Object> applied(InForce inForce) {
    RestResponse<Object> answer = answer(inForce);
    answer.getHeaders().add("Link", "</api/v1/coverage/warnings>; rel=\"warnings\"");
    return answer;
  }

  private RestResponse<Object> answer(InForce inForce) {
    return RestResponse.ResponseBuilder.<Object>ok(contacts.of(inForce.calendar()))
        .header("ETag", ETags.of(inForce.revision()))
        .build();
  }
}
