package io.meridian.handoff.api.calendar;

import io.meridian.events.Person;
import io.meridian.handoff.application.calendar.InForce;
import io.meridian.handoff.application.calendar.RosterQueries;
import io.meridian.handoff.domain.calendar.Region;
import io.meridian.rest.http.ETags;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The regions of the calendar in force. */
@Path("/api/v1/regions")
@Tag(name = "calendar")
@RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.INTEGRATION, Roles.ADMIN})
public class RegionResource {

  private final RosterQueries queries;

  RegionResource(RosterQueries queries) {
    this.queries = queries;
  }

  /**
   * A region of the calendar in force.
   *
   * @param holidays name of its holiday calendar
   */
  @Schema(name = "Region")
  public record RegionView(
      String code, String name, String zone, @Nullable String holidays, Person lead, Links links) {

    static RegionView of(InForce inForce, Region region) {
      return new RegionView(
          region.code(),
          region.name(),
          region.zone().getId(),
          region.holidays(),
          inForce.person(region.lead()),
          Links.to("regions", region.code()));
    }
  }

  @GET
  @Operation(summary = "The regions of the calendar in force, by code")
  public Uni<Page<RegionView>> list(
      @RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
    PageRequest request = PageRequest.of(limit, cursor);
    return queries
        .inForce()
        .map(
            inForce ->
                Named.page(inForce.calendar().regions(), Region::code, request)
                    .map(region -> RegionView.of(inForce, region)));
  }

  @GET
  @Path("/{code}")
  @Operation(summary = "One region")
  public Uni<RestResponse<RegionView>> read(String code) {
    return queries
        .inForce()
        .map(
            inForce ->
                inForce
                    .region(code)
                    .map(region -> RegionView.of(inForce, region))
                    .map(
                        view ->
                            RestResponse.ResponseBuilder.ok(view)
                                .header("ETag", ETags.of(inForce.revision()))
                                .build())
                    .orElseThrow(() -> Problem.notFound("region", code)));
  }
}
