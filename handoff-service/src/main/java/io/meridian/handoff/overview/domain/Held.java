package io.meridian.handoff.overview.domain;

import io.meridian.events.EscalationStatus;
import io.meridian.events.Severity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open escalation that somebody is accountable for.
 *
 * @param since when that began
 * @param until when another takes over who has accepted already; null while nobody has
 */
public record Held(
    UUID escalationId,
    String escalation,
    String title,
    Severity severity,
    EscalationStatus status,
    @Nullable UUID customerId,
    @Nullable String customerName,
    Instant since,
    @Nullable Instant until) {}
