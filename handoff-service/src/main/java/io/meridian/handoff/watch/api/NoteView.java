package io.meridian.handoff.watch.api;

import io.meridian.events.Person;
import io.meridian.handoff.watch.application.ShiftChangeNotes.Written;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the outgoing crew says to the incoming one at a shift change. */
@Schema(name = "ShiftChangeNote")
public record NoteView(
    UUID shiftChangeId,
    String text,
    @Schema(description = "who wrote this version") Person by,
    Instant at,
    @Schema(description = "counts the edits, from 1") long version,
    NoteLinks links) {

  /** Where to go from here. */
  @Schema(name = "ShiftChangeNoteLinks")
  public record NoteLinks(String self, String html) {}

  /** The note as its readers see it. */
  public static NoteView of(Written written) {
    UUID id = written.note().shiftChangeId();
    return new NoteView(
        id,
        written.note().text(),
        written.by(),
        written.note().at(),
        written.note().version(),
        new NoteLinks("/api/v1/shift-changes/" + id + "/note", "/shift"));
  }
}
