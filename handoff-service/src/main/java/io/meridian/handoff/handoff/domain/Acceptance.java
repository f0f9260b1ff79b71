package io.meridian.handoff.handoff.domain;

import io.meridian.events.AccountabilityBasis;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An acceptance that was found lawful.
 *
 * @param effectiveFrom when accountability moves
 * @param holdUntil a lead attends until then; null for others
 */
public record Acceptance(
    String by,
    Instant at,
    Instant effectiveFrom,
    AccountabilityBasis basis,
    @Nullable Instant holdUntil) {}
