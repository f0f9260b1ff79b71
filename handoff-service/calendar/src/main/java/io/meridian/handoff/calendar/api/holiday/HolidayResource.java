package io.meridian.handoff.calendar.api.holiday;

import io.meridian.handoff.calendar.application.holiday.HolidayCalendars;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Holiday calendars. */
@Path("/api/v1/holidays")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
public class HolidayResource {

  static final String JSON = "application/json";
  static final String CSV = "text/csv";
  static final String ICS = "text/calendar";
  static final String JSON_EXAMPLE =
      """
      {"items":[{"date":"2026-06-05","name":"Company day"}]}""";
  static final String CSV_EXAMPLE =
      """
      date,name
      2026-06-05,Company day""";
  static final String ICS_EXAMPLE =
      """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20260605
      SUMMARY:Company day
      END:VEVENT
      END:VCALENDAR""";
  static final String EDIT =
      "An edit of the calendar: it is in force from now on, and its revision moves on.";

  private final HolidayCalendars holidays;
  private final HolidayBodies bodies;
  private final Caller caller;

  HolidayResource(HolidayCalendars holidays, HolidayBodies bodies, Caller caller) {
    this.holidays = holidays;
    this.bodies = bodies;
    this.caller = caller;
  }

  /** The names of the holiday calendars. */
  @Schema(name = "HolidayCalendars", example = "{\"items\":[\"SG\"],\"nextCursor\":null}")
  public record Names(List<String> items, @Nullable String nextCursor) {}

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(
      summary = "The names of all holiday calendars",
      description = "Those of the reviewed table, and those that the calendar in force names.")
  public Uni<Names> names() {
    return holidays.names().map(names -> new Names(List.copyOf(names), null));
  }

  @GET
  @Path("/{calendar}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(summary = "The holidays of a holiday calendar, by date")
  @APIResponse(
      responseCode = "200",
      description = "All of them",
      content =
          @Content(mediaType = JSON, schema = @Schema(implementation = HolidayBodies.Days.class)))
  public Uni<RestResponse<HolidayBodies.Days>> read(String calendar) {
    return holidays.of(calendar).map(days -> bodies.answer("holidays/" + calendar, days));
  }

  @PUT
  @Path("/{calendar}")
  @RolesAllowed(Roles.MANAGER)
  @Consumes({JSON, CSV, ICS})
  @Operation(
      summary = "Give a holiday calendar exactly these holidays in the years that they name",
      description =
          EDIT
              + " Dates of the table in those years that the upload does not have become ordinary"
              + " days. A new calendar is made with If-Match: * .")
  @APIResponse(
      responseCode = "200",
      description = "The calendar now",
      content =
          @Content(mediaType = JSON, schema = @Schema(implementation = HolidayBodies.Days.class)))
  public Uni<RestResponse<HolidayBodies.Days>> replace(
      String calendar,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Content-Type") @Nullable String type,
      @RequestBody(
              content = {
                @Content(
                    mediaType = JSON,
                    schema = @Schema(implementation = HolidayBodies.Upload.class),
                    examples = @ExampleObject(name = "json", value = JSON_EXAMPLE)),
                @Content(
                    mediaType = CSV,
                    examples = @ExampleObject(name = "csv", value = CSV_EXAMPLE)),
                @Content(mediaType = ICS)
              })
          byte[] body) {
    return holidays
        .replace(
            calendar,
            bodies.dates(type, body, calendar),
            days -> bodies.requireMatch(ifMatch, days),
            caller.id())
        .map(days -> bodies.answer("holidays/" + calendar, days));
  }

  @POST
  @Path("/{calendar}")
  @RolesAllowed(Roles.MANAGER)
  @Consumes({JSON, CSV, ICS})
  @Operation(
      summary = "Add holidays to a holiday calendar",
      description = EDIT + " What is there already stays; the same again changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "The calendar now",
      content =
          @Content(mediaType = JSON, schema = @Schema(implementation = HolidayBodies.Days.class)))
  public Uni<RestResponse<HolidayBodies.Days>> add(
      String calendar,
      @Parameter(description = "Makes retries safe for 24 hours") @HeaderParam("Idempotency-Key")
          @Nullable String key,
      @HeaderParam("Content-Type") @Nullable String type,
      @RequestBody(
              content = {
                @Content(
                    mediaType = JSON,
                    schema = @Schema(implementation = HolidayBodies.Upload.class),
                    examples = @ExampleObject(name = "json", value = JSON_EXAMPLE)),
                @Content(
                    mediaType = CSV,
                    examples = @ExampleObject(name = "csv", value = CSV_EXAMPLE)),
                @Content(
                    mediaType = ICS,
                    examples = @ExampleObject(name = "ics", value = ICS_EXAMPLE))
              })
          byte[] body) {
    return holidays
        .add(key, calendar, bodies.dates(type, body, calendar), caller.id())
        .map(days -> bodies.answer("holidays/" + calendar, days));
  }
}
