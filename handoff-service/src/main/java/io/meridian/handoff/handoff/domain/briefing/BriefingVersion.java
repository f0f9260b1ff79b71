package io.meridian.handoff.handoff.domain.briefing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a handoff's briefing.
 *
 * @param version 0 for the draft that was accepted unedited, edits count from 1
 * @param content how the whole briefing read when it was written, or accepted unedited
 * @param written the words that were written then; null for the draft
 * @param accepted how an edited briefing read when it was accepted; null before
 * @param writtenBy the outgoing TAM; null for the draft
 * @param seen revision of the newest fact on the timeline then, 0 without any
 */
public record BriefingVersion(
    UUID handoffId,
    long version,
    Briefing content,
    @Nullable Written written,
    @Nullable Briefing accepted,
    @Nullable String writtenBy,
    Instant writtenAt,
    long seen) {}
