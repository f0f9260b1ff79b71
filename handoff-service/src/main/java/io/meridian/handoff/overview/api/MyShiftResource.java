package io.meridian.handoff.overview.api;

import io.meridian.handoff.overview.application.MyShifts;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's shift at a glance. */
@Path("/api/v1/my/shift")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My shift")
public class MyShiftResource {
  private final MyShifts shifts;
  private final Caller caller;

  MyShiftResource(MyShifts shifts, Caller caller) {
    this.shifts = shifts;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(
      summary = "Whether I am on, what comes to me, what I leave and hold, and what can go wrong",
      description =
          "As of now. Who is on no roster has no duty, and may still be asked: a lead. Handoffs"
              + " come from their preparation on, accepted ones until they take effect; what is"
              + " handed over stays for an hour after the boundary, questions for twelve. At most"
              + " 200 handoffs, 200 escalations, 50 questions and 20 risks, the gravest first;"
              + " coverage holes of the next 7 days that nobody has agreed to are among the risks.")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MyShiftView.class),
              examples = {
                @ExampleObject(name = "before the boundary", value = OverviewExamples.MY_SHIFT),
                @ExampleObject(name = "off duty", value = OverviewExamples.OFF_DUTY)
              }))
  public Uni<MyShiftView> mine() {
    return shifts.of(caller.id()).map(MyShiftView::of);
  }
}
