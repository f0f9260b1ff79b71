package io.meridian.handoff.notification.domain;

import java.time.Duration;

/**
 * How long notices wait.
 *
 * @param gather before a message is sent, so that what belongs together comes in one
 * @param gatherGaps the same for gaps that open
 * @param gatherClosings the same for gaps that close: acceptances come one by one
 * @param reminder how long before the deadline a reminder is due
 * @param briefing how long before the boundary the outgoing TAM is told what a briefing still lacks
 */
public record Patience(
    Duration gather,
    Duration gatherGaps,
    Duration gatherClosings,
    Duration reminder,
    Duration briefing) {}
