package io.meridian.events;

import java.time.Instant;
import java.util.List;

/**
 * What customers of a tier were promised, after an event.
 *
 * @param targets at most one of each severity
 * @param revision counts the changes, from 1
 */
public record SlaPolicyState(
    Tier tier, List<SlaTarget> targets, long revision, Instant changedAt) {}
