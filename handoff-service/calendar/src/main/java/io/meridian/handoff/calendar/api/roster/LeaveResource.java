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

/** The leaves of the calendar in force, each a resource. */
@Path("/api/v1/leaves")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
public class LeaveResource extends OpenEntryResource<CalendarDocument.LeaveEntry> {

  static final EntryDescription DESCRIPTION =
      EntryDescription.of(
              LeaveResource.class,
              EntryList.LEAVES,
              """
              {"tam":"tam-ana","start":"2026-07-06T03:00:00Z","end":"2026-07-20T03:00:00Z","reason":"holiday"}""")
          .changing(
              " Managers may for everybody, leads for the TAMs of their region, a TAM for"
                  + " themselves.");

  private final Caller caller;

  LeaveResource(EntryAnswers answers, Caller caller) {
    super(answers, EntryList.LEAVES);
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
        list, entry -> tam == null || entry.path("tam").asText().equals(tam), limit, cursor);
  }

  @Override
  EntryRule<CalendarDocument.LeaveEntry> rule() {
    return RosterRights.leaves(caller.actor());
  }
}
