package io.meridian.customer.sla.domain;

import io.meridian.events.SlaPolicyEvent;
import io.meridian.events.SlaPolicyState;
import io.meridian.events.SlaTarget;
import io.meridian.events.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What customers of a tier were promised. Every tier has a policy; before anybody wrote it, it
 * promises nothing.
 *
 * @param targets at most one of each severity, the worst first
 * @param closeAfter how long after being resolved their escalations close by themselves; null: as
 *     the house has it
 * @param revision counts the changes; 0 before the first
 * @param changedAt when this revision came to be; the epoch before the first
 */
public record SlaPolicy(
    Tier tier,
    List<SlaTarget> targets,
    @Nullable Duration closeAfter,
    long revision,
    Instant changedAt) {

  /** Brings the targets into their order, so that equal policies are equal. */
  public SlaPolicy {
    targets = targets.stream().sorted(Comparator.comparing(SlaTarget::severity)).toList();
  }

  /** The policy of a tier of which nobody has said anything. */
  public static SlaPolicy unwritten(Tier tier) {
    return new SlaPolicy(tier, List.of(), null, 0, Instant.EPOCH);
  }

  /** Replaces what is promised; the same again changes nothing, and the answer is empty. */
  public Optional<SlaPolicy> promise(
      List<SlaTarget> wanted, @Nullable Duration closing, Instant now) {
    SlaPolicy after = new SlaPolicy(tier, wanted, closing, revision + 1, now);
    boolean same = after.targets.equals(targets) && Objects.equals(closing, closeAfter);
    return same ? Optional.empty() : Optional.of(after);
  }

  /** What other services are told of it. */
  public SlaPolicyEvent told(String by) {
    return new SlaPolicyEvent.Changed(
        by, new SlaPolicyState(tier, targets, closeAfter, revision, changedAt));
  }
}
