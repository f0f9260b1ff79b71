package io.meridian.handoff.calendar.api.roster;

import io.meridian.handoff.calendar.application.CalendarDocument;
import io.meridian.handoff.calendar.application.roster.EntryList;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The overrides of the calendar in force, each a resource. */
@Path("/api/v1/overrides")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
public class OverrideResource extends RegionalEntryResource<CalendarDocument.OverrideEntry> {

  static final EntryDescription DESCRIPTION =
      EntryDescription.of(
          OverrideResource.class,
          EntryList.OVERRIDES,
          """
              {"replace":"tam-ana","by":"tam-rui","start":"2026-07-01T12:00:00Z","end":"2026-07-01T20:00:00Z","reason":"dentist"}""");

  OverrideResource(EntryAnswers answers) {
    super(answers, EntryList.OVERRIDES);
  }

  /** An override of the calendar in force. */
  @Schema(
      name = "Override",
      allOf = {CalendarDocument.OverrideEntry.class, Linked.class})
  interface OverrideView {}

  /** A page of them. */
  @Schema(name = "OverridePage")
  record OverridePage(List<OverrideView> items, @Nullable String nextCursor) {}
}
