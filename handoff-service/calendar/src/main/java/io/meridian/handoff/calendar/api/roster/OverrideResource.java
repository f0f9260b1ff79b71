package io.meridian.handoff.calendar.api.roster;

import io.meridian.handoff.calendar.application.CalendarDocument;
import io.meridian.handoff.calendar.application.roster.EntryList;
import io.meridian.handoff.calendar.application.roster.EntryRule;
import io.meridian.handoff.calendar.application.roster.RosterRights;
import io.meridian.rest.security.Caller;
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

/** The overrides of the calendar in force, each a resource. */
@Path("/api/v1/overrides")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
public class OverrideResource extends OpenEntryResource<CalendarDocument.OverrideEntry> {

  static final EntryDescription DESCRIPTION =
      EntryDescription.of(
              OverrideResource.class,
              EntryList.OVERRIDES,
              """
              {"replace":"tam-ana","by":"tam-rui","start":"2026-07-01T12:00:00Z","end":"2026-07-01T20:00:00Z","reason":"dentist"}""")
          .changing(" Managers may in every region, leads in theirs.");

  private final Caller caller;

  OverrideResource(EntryAnswers answers, Caller caller) {
    super(answers, EntryList.OVERRIDES);
    this.caller = caller;
  }

  /** An override of the calendar in force. */
  @Schema(
      name = "Override",
      allOf = {CalendarDocument.OverrideEntry.class, Linked.class})
  interface OverrideView {}

  /** A page of them. */
  @Schema(name = "OverridePage")
  record OverridePage(List<OverrideView> items, @Nullable String nextCursor) {}

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  public Uni<RestResponse<Object>> list(
      @RestQuery @Nullable String region,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    return answers.list(
        list,
        entry -> region == null || entry.path("region").asText().equals(region),
        limit,
        cursor);
  }

  @Override
  EntryRule<CalendarDocument.OverrideEntry> rule() {
    return RosterRights.overrides(caller.actor());
  }
}
