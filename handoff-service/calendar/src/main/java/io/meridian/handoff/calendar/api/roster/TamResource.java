package io.meridian.handoff.calendar.api.roster;

import io.meridian.handoff.calendar.api.ContactDetails;
import io.meridian.handoff.calendar.application.CalendarDocument;
import io.meridian.handoff.calendar.application.roster.EntryList;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The TAMs of the calendar in force, each a resource. */
@Path("/api/v1/tams")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
public class TamResource extends RegionalEntryResource<CalendarDocument.TamEntry> {

  static final EntryDescription DESCRIPTION =
      EntryDescription.of(
              TamResource.class,
              EntryList.TAMS,
              """
              {"id":"tam-ana","name":"Ana Lima","email":"ana@example.com","region":"LATAM",
              "status":"ONBOARDING","skills":["dns"],"languages":["pt","es"]}""")
          .reading(ContactDetails.WORDS)
          .changing(
              " Another region leaves what they have open where it lives: the header Link"
                  + " (rel=accountability) of the answer leads to its list.");

  TamResource(EntryAnswers answers) {
    super(answers, EntryList.TAMS);
  }

  /** A TAM of the calendar in force. */
  @Schema(
      name = "Tam",
      allOf = {CalendarDocument.TamEntry.class, Linked.class})
  interface TamView {}

  /** A page of them. */
  @Schema(name = "TamPage")
  record TamPage(List<TamView> items, @Nullable String nextCursor) {}
}
