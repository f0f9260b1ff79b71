package io.meridian.handoff.api.calendar;

import io.meridian.handoff.application.calendar.RosterQueries;
import io.meridian.handoff.domain.calendar.Tam;
import io.meridian.rest.http.ETags;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The TAMs of the calendar in force. */
@Path("/api/v1/tams")
@Tag(name = "calendar")
@RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.INTEGRATION, Roles.ADMIN})
public class TamResource {

  private final RosterQueries queries;

  TamResource(RosterQueries queries) {
    this.queries = queries;
  }

  /** A TAM of the calendar in force. */
  @Schema(name = "Tam")
  public record TamView(
      String id,
      String name,
      @Nullable String email,
      String region,
      String zone,
      Tam.Status status,
      List<String> skills,
      List<String> languages,
      Links links) {

    static TamView of(Tam tam) {
      return new TamView(
          tam.id(),
          tam.name(),
          tam.email(),
          tam.region(),
          tam.zone().getId(),
          tam.status(),
          tam.skills(),
          tam.languages(),
          Links.to("tams", tam.id()));
    }
  }

  @GET
  @Operation(summary = "The TAMs of the calendar in force, by id")
  public Uni<Page<TamView>> list(
      @RestQuery @Nullable String region,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    PageRequest request = PageRequest.of(limit, cursor);
    return queries
        .inForce()
        .map(
            inForce ->
                Named.page(
                        inForce.calendar().tams().stream()
                            .filter(tam -> region == null || tam.region().equals(region))
                            .toList(),
                        Tam::id,
                        request)
                    .map(TamView::of));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One TAM")
  public Uni<RestResponse<TamView>> read(String id) {
    return queries
        .inForce()
        .map(
            inForce ->
                inForce
                    .tam(id)
                    .map(
                        tam ->
                            RestResponse.ResponseBuilder.ok(TamView.of(tam))
                                .header("ETag", ETags.of(inForce.revision()))
                                .build())
                    .orElseThrow(() -> Problem.notFound("TAM", id)));
  }
}
