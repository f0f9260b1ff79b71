package io.meridian.handoff.calendar.api.roster;

import io.meridian.events.Person;
import io.meridian.handoff.calendar.api.Links;
import io.meridian.handoff.calendar.application.CalendarDocument;
import io.meridian.handoff.calendar.application.roster.EntryList;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The regions of the calendar in force, each a resource. */
@Path("/api/v1/regions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
public class RegionResource extends EntryResource<CalendarDocument.RegionEntry> {

  static final EntryDescription DESCRIPTION =
      EntryDescription.of(
              RegionResource.class,
              EntryList.REGIONS,
              """
              {"code":"LATAM","name":"Latin America",
              "zone":"America/Sao_Paulo","holidays":"BR","lead":"tam-ana"}""")
          .adding(" The lead, until now a TAM of another region, moves to it.");

  RegionResource(EntryAnswers answers) {
    super(answers, EntryList.REGIONS);
  }

  /** A region of the calendar in force; a lead that is sent may be the id alone. */
  @Schema(name = "Region")
  record RegionView(
      String code, String name, String zone, @Nullable String holidays, Person lead, Links links) {}

  /** A page of them. */
  @Schema(name = "RegionPage")
  record RegionPage(List<RegionView> items, @Nullable String nextCursor) {}

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  public Uni<RestResponse<Object>> list(
      @RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
    return answers.list(list, entry -> true, limit, cursor);
  }
}
