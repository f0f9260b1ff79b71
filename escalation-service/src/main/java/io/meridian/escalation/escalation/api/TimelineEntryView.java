package io.meridian.escalation.escalation.api;

import io.meridian.escalation.escalation.domain.TimelineEntry;
import io.meridian.events.NoteDetails;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A fact on the timeline as callers see it. */
@Schema(name = "TimelineEntry")
public record TimelineEntryView(
    @Schema(description = "The escalation's revision after it", examples = "3") long revision,
    Instant at,
    @Schema(description = "A TAM id, or the name of an integration", examples = "tam-kai")
        String by,
    TimelineEntry.Kind kind,
    @Schema(description = "The note, the resolution or the reason") @Nullable String text,
    @Schema(
            description =
                "The severity before, for SEVERITY_CHANGED; the service hours with the home region"
                    + " before, for SERVICE_HOURS_CHANGED",
            examples = "HOME_REGION EMEA")
        @Nullable String from,
    @Schema(
            description =
                "The severity after, for SEVERITY_CHANGED; the service hours with the home region"
                    + " after, for SERVICE_HOURS_CHANGED",
            examples = "FOLLOW_THE_SUN EMEA")
        @Nullable String to,
    @Schema(description = "What changed, for UPDATED") List<String> fields,
    @Schema(description = "Kind, due, owner, mood and what it settles, for NOTED")
        @Nullable NoteDetails details) {

  static TimelineEntryView of(TimelineEntry entry) {
    boolean update = entry.kind() == TimelineEntry.Kind.UPDATED;
    String to = entry.to();
    return new TimelineEntryView(
        entry.revision(),
        entry.at(),
        entry.by(),
        entry.kind(),
        entry.text(),
        entry.from(),
        update ? null : to,
        update && to != null ? List.of(to.split(",")) : List.of(),
        entry.details());
  }
}
