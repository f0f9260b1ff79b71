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

/** The shift patterns of the calendar in force, each a resource. */
@Path("/api/v1/shift-patterns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
public class ShiftPatternResource extends RegionalEntryResource<CalendarDocument.PatternEntry> {

  static final EntryDescription DESCRIPTION =
      EntryDescription.of(
          ShiftPatternResource.class,
          EntryList.SHIFT_PATTERNS,
          """
              {"id":"latam-day","region":"LATAM","days":["MON","TUE","WED","THU","FRI"],"start":"09:00","end":"17:00","effectiveFrom":"2026-01-01","rotations":["latam-primary"],"holidayPolicy":"OFF"}""");

  ShiftPatternResource(EntryAnswers answers) {
    super(answers, EntryList.SHIFT_PATTERNS);
  }

  /** A shift pattern of the calendar in force. */
  @Schema(
      name = "ShiftPattern",
      allOf = {CalendarDocument.PatternEntry.class, Linked.class})
  interface ShiftPatternView {}

  /** A page of them. */
  @Schema(name = "ShiftPatternPage")
  record ShiftPatternPage(List<ShiftPatternView> items, @Nullable String nextCursor) {}
}
