package io.meridian.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What customers of a tier were promised, after an event.
 *
 * @param targets at most one of each severity
 * @param closeAfter how long after being resolved their escalations close by themselves; null: as
 *     the house has it
 * @param revision counts the changes, from 1
 */
public record SlaPolicyState(
    Tier tier,
    List<SlaTarget> targets,
    @Nullable Duration closeAfter,
    long revision,
    Instant changedAt) {

  /** A policy that says nothing about what is resolved. */
  public SlaPolicyState(Tier tier, List<SlaTarget> targets, long revision, Instant changedAt) {
    this(tier, targets, null, revision, changedAt);
  }
}
