package io.meridian.handoff.calendar.api.feed;

import io.meridian.handoff.calendar.application.feed.LeaveImport;
import io.meridian.handoff.calendar.application.file.TextFile;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Leave from a calendar application. */
@Path("/api/v1/leaves/import")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
public class LeaveImportResource {

  private static final String EXAMPLE =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//example//holidays//EN
      BEGIN:VEVENT
      UID:summer-2026
      DTSTAMP:20260101T000000Z
      DTSTART;VALUE=DATE:20260706
      DTEND;VALUE=DATE:20260718
      SUMMARY:Summer
      END:VEVENT
      END:VCALENDAR
      """;

  private static final String DESCRIPTION =
      "Each VEVENT is a leave of the TAM, found again by its UID: the same file again changes"
          + " nothing, a changed event changes the leave. What is cancelled (STATUS:CANCELLED,"
          + " METHOD:CANCEL), declined or TRANSP:TRANSPARENT is no leave, and takes away the one"
          + " that is there. Of several events with one UID (and RECURRENCE-ID) the one with the"
          + " highest SEQUENCE counts, then the latest DTSTAMP. All-day events and times without"
          + " a zone are in the TAM's zone; other zones are as a VTIMEZONE of the file tells them,"
          + " else of the time-zone database, by its names or those of Windows. The file is in the"
          + " charset of its byte order mark or of the Content-Type, else in UTF-8; one that is"
          + " cut is refused whole. An event that repeats (RRULE"
          + " DAILY to YEARLY, RDATE, EXDATE, RECURRENCE-ID) is a leave for each occurrence from"
          + " now to 24 months ahead, 500 at most; series.cutAt says where it was cut. Events"
          + " that cannot be taken are refused one by one; the others are one edit of the"
          + " calendar in force. At most 500 events, and 2,000 occurrences of those that repeat."
          + " Managers may for everybody, leads for the TAMs of their region, a TAM for themselves.";

  private final LeaveImport leaves;
  private final Caller caller;

  LeaveImportResource(LeaveImport leaves, Caller caller) {
    this.leaves = leaves;
    this.caller = caller;
  }

  /** An answer for each event, in the order of the file. */
  @Schema(name = "LeaveImportAnswers")
  public record Answers(List<LeaveImport.Answer> items) {}

  @POST
  @Consumes("text/calendar")
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @Operation(summary = "Import leave from an iCalendar file", description = DESCRIPTION)
  public Uni<Answers> run(
      @Parameter(description = "Makes retries safe for 24 hours") @HeaderParam("Idempotency-Key")
          @Nullable String key,
      @Parameter(description = "the caller when absent") @RestQuery @Nullable String tam,
      @RestQuery @Nullable Boolean dryRun,
      @HeaderParam("Content-Type") @Nullable String type,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "text/calendar",
                      schema =
                          @Schema(
                              type =
                                  org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                      .STRING),
                      examples = @ExampleObject(name = "two weeks", value = EXAMPLE)))
          byte[] octets) {
    String whose = tam == null ? caller.id() : tam;
    TextFile ics = TextFile.of(octets, type == null ? null : MediaType.valueOf(type));
    return Boolean.TRUE.equals(dryRun)
        ? leaves.tryOut(whose, ics, caller.actor()).map(Answers::new)
        : leaves.run(key, whose, ics, caller.actor()).map(Answers::new);
  }
}
