package io.meridian.handoff.calendar.api.holiday;

import static io.meridian.handoff.calendar.api.holiday.HolidayResource.CSV;
import static io.meridian.handoff.calendar.api.holiday.HolidayResource.EDIT;
import static io.meridian.handoff.calendar.api.holiday.HolidayResource.ICS;
import static io.meridian.handoff.calendar.api.holiday.HolidayResource.JSON;

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

/** The dates that single regions have of their own, besides their holiday calendars. */
@Path("/api/v1/holidays/regions/{region}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
public class RegionHolidayResource {

  private static final String JSON_EXAMPLE =
      """
      {"items":[{"date":"2026-05-01","name":"We work","kind":"WORKDAY"}]}""";
  private static final String FILES = " Dates of CSV and iCalendar files are holidays.";

  private final HolidayCalendars holidays;
  private final HolidayBodies bodies;
  private final Caller caller;

  RegionHolidayResource(HolidayCalendars holidays, HolidayBodies bodies, Caller caller) {
    this.holidays = holidays;
    this.bodies = bodies;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(
      summary = "The dates that a region has of its own, besides its holiday calendar",
      description = "A WORKDAY is an ordinary day there although the calendar has a holiday.")
  @APIResponse(
      responseCode = "200",
      description = "All of them, by date",
      content =
          @Content(mediaType = JSON, schema = @Schema(implementation = HolidayBodies.Days.class)))
  public Uni<RestResponse<HolidayBodies.Days>> read(String region) {
    return holidays.ofRegion(region).map(days -> bodies.answer(path(region), days));
  }

  @PUT
  @RolesAllowed(Roles.MANAGER)
  @Consumes({JSON, CSV, ICS})
  @Operation(summary = "Give a region exactly these dates of its own", description = EDIT + FILES)
  @APIResponse(
      responseCode = "200",
      description = "The dates now",
      content =
          @Content(mediaType = JSON, schema = @Schema(implementation = HolidayBodies.Days.class)))
  public Uni<RestResponse<HolidayBodies.Days>> replace(
      String region,
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
                    examples = @ExampleObject(name = "csv", value = HolidayResource.CSV_EXAMPLE)),
                @Content(
                    mediaType = ICS,
                    examples = @ExampleObject(name = "ics", value = HolidayResource.ICS_EXAMPLE))
              })
          byte[] body) {
    return holidays
        .replaceOfRegion(
            region,
            bodies.ofRegion(type, body, region),
            days -> bodies.requireMatch(ifMatch, days),
            caller.id())
        .map(days -> bodies.answer(path(region), days));
  }

  @POST
  @RolesAllowed(Roles.MANAGER)
  @Consumes({JSON, CSV, ICS})
  @Operation(
      summary = "Add dates to those that a region has of its own",
      description =
          EDIT + FILES + " What it has on other dates stays; the same again changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "The dates now",
      content =
          @Content(mediaType = JSON, schema = @Schema(implementation = HolidayBodies.Days.class)))
  public Uni<RestResponse<HolidayBodies.Days>> add(
      String region,
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
                    examples = @ExampleObject(name = "csv", value = HolidayResource.CSV_EXAMPLE)),
                @Content(
                    mediaType = ICS,
                    examples = @ExampleObject(name = "ics", value = HolidayResource.ICS_EXAMPLE))
              })
          byte[] body) {
    return holidays
        .addOfRegion(key, region, bodies.ofRegion(type, body, region), caller.id())
        .map(days -> bodies.answer(path(region), days));
  }

  private static String path(String region) {
    return "holidays/regions/" + region;
  }
}
