package io.meridian.metrics.api;

import io.meridian.metrics.application.AttendanceQueries;
import io.meridian.metrics.domain.AttendanceGrouping;
import io.meridian.metrics.domain.Window;
import io.meridian.rest.problem.ProblemBody;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What part of the open time was attended, and what the rest of it was. */
@Path("/api/v1/gaps/attendance")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
@APIResponse(
    responseCode = "400",
    description = "a parameter is wrong; errors names it",
    content =
        @Content(
            mediaType = ProblemBody.MEDIA_TYPE,
            schema = @Schema(implementation = ProblemBody.class)))
@Tag(name = "Gaps", description = "Stretches in which an open escalation was not attended.")
public class AttendanceResource {

  private final AttendanceQueries attendance;
  private final Clock clock;
  private final Caller caller;

  AttendanceResource(AttendanceQueries attendance, Clock clock, Caller caller) {
    this.attendance = attendance;
    this.clock = clock;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "summarizeAttendance",
      summary =
          "How open time was spent: attended, gap, agreed and resting, by service hours, severity,"
              + " customer, week, region or TAM",
      description = Definitions.ATTENDED)
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              schema = @Schema(implementation = AttendanceView.class),
              examples = @ExampleObject(name = "a week", value = Examples.ATTENDANCE)))
  public Uni<AttendanceView> attendance(@BeanParam AttendanceQuestion question) {
    AttendanceGrouping grouping = question.grouping();
    Window window = question.window(clock.instant());
    int groupsMax = question.groupsMax();
    return attendance
        .summary(caller.actor(), grouping, window)
        .map(sums -> AttendanceView.of(grouping, window, sums, groupsMax));
  }
}
