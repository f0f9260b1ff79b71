package io.meridian.customer.sla.domain;

import io.meridian.events.SlaPolicyEvent;
import io.meridian.events.SlaPolicyState;
import io.meridian.events.SlaTarget;
import io.meridian.events.Tier;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What customers of a tier were promised. Every tier has a policy; before anybody wrote it, it
 * promises nothing.
 *
 * @param targets at most one of each severity, the worst first
 * @param revision counts the changes; 0 before the first
 * @param changedAt when this revision came to be; the epoch before the first
 */
public record SlaPolicy(Tier tier, List<SlaTarget> targets, long revision, Instant changedAt) {

  /** Brings the targets into their order, so that equal policies are equal. */
  public SlaPolicy {
    targets = targets.stream().sorted(Comparator.comparing(SlaTarget::severity)).toList();
  }

  /** The policy of a tier of which nobody has said anything. */
  public static SlaPolicy unwritten(Tier tier) {
    return new SlaPolicy(tier, List.of(), 0, Instant.EPOCH);
  }

  /** Replaces the targets; the same ones again change nothing, and the answer is empty. */
  public Optional<SlaPolicy> promise(List<SlaTarget> wanted, Instant now) {
    SlaPolicy after = new SlaPolicy(tier, wanted, revision + 1, now);
    return after.targets.equals(targets) ? Optional.empty() : Optional.of(after);
  }

  /** What other services are told of it. */
  public SlaPolicyEvent told(String by) {
    return new SlaPolicyEvent.Changed(by, new SlaPolicyState(tier, targets, revision, changedAt));
  }
}
