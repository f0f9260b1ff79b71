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

/** The rotations of the calendar in force, each a resource. */
@Path("/api/v1/rotations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
public class RotationResource extends RegionalEntryResource<CalendarDocument.RotationEntry> {

  static final EntryDescription DESCRIPTION =
      EntryDescription.of(
          RotationResource.class,
          EntryList.ROTATIONS,
          """
              {"id":"latam-primary","region":"LATAM","tier":"PRIMARY","participants":["tam-ana","tam-rui"],"period":"WEEKLY","every":1,"anchor":"2026-01-05T09:00"}""");

  RotationResource(EntryAnswers answers) {
    super(answers, EntryList.ROTATIONS);
  }

  /** A rotation of the calendar in force. */
  @Schema(
      name = "Rotation",
      allOf = {CalendarDocument.RotationEntry.class, Linked.class})
  interface RotationView {}

  /** A page of them. */
  @Schema(name = "RotationPage")
  record RotationPage(List<RotationView> items, @Nullable String nextCursor) {}
}
