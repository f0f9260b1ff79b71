package io.meridian.handoff.overview.domain;

import io.meridian.events.GapCause;
import io.meridian.events.Severity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stretch in which nobody attended an escalation. */
public record GapLine(
    UUID id,
    UUID escalationId,
    String escalation,
    String title,
    Severity severity,
    Instant start,
    @Nullable Instant end,
    GapCause cause,
    String accountable,
    @Nullable String asked,
    String fromRegion,
    @Nullable String toRegion,
    boolean agreed) {}
