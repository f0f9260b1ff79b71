package io.meridian.handoff.calendar.domain.feed;

import java.time.Instant;
import java.util.UUID;

/**
 * A feed.
 *
 * @param createdBy who may reset and revoke it
 * @param madeAsTam whether it ends when who made it leaves the roster
 * @param revision counts its secrets, from 1
 */
public record FeedRecord(
    UUID id,
    FeedScope scope,
    String createdBy,
    boolean madeAsTam,
    Instant createdAt,
    long revision) {}
