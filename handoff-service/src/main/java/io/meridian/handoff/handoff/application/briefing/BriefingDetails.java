package io.meridian.handoff.handoff.application.briefing;

import io.meridian.events.BriefingStatus;
import io.meridian.handoff.handoff.domain.briefing.Briefing;
import io.meridian.handoff.handoff.domain.briefing.Completeness.Missing;
import io.meridian.handoff.handoff.domain.briefing.Informed;
import io.meridian.handoff.handoff.domain.briefing.TimelineFact;
import io.meridian.handoff.handoff.domain.briefing.Written;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A handoff's briefing as it stands.
 *
 * @param version 0 for the draft; then the number of the edit
 * @param content the whole, with the facts as they are now
 * @param writtenBy the outgoing TAM; null for the draft
 * @param writtenAt when that version was written, or the draft frozen; null while it follows
 * @param written the words that people wrote; the others are as the timeline has them
 * @param informed who wants to be told
 * @param missing what it lacks for the severity
 * @param changes what the timeline got since that version was written; nothing for the draft
 * @param seen revision of the newest fact of the timeline
 */
public record BriefingDetails(
    long version,
    @Nullable String writtenBy,
    @Nullable Instant writtenAt,
    Briefing content,
    Written written,
    List<Informed> informed,
    List<Missing> missing,
    List<TimelineFact> changes,
    long seen) {

  /** What events tell of it. */
  public BriefingStatus status() {
    return new BriefingStatus(version, missing.stream().map(Enum::name).toList());
  }
}
