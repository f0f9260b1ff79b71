package io.meridian.handoff.simulation;

import io.meridian.events.EscalationState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * What is under way to the service: it arrives late, twice, together, in any order but that of one
 * escalation, which the log keeps; what was delivered before may come again.
 */
final class Bus {
  private final RandomGenerator random;
  private final List<EscalationState> underway = new ArrayList<>();

  Bus(RandomGenerator random) {
    this.random = random;
  }

  void take(EscalationState state) {
    underway.add(state);
  }

  boolean isEmpty() {
    return underway.isEmpty();
  }

  /**
   * Some of what is under way.
   *
   * @param all nothing stays behind
   */
  List<EscalationState> batch(boolean all) {
    List<EscalationState> batch = new ArrayList<>();
    Set<UUID> late = new HashSet<>();
    for (EscalationState state : underway) {
      if (!all && random.nextInt(3) == 0) {
        late.add(state.id());
      }
      if (!late.contains(state.id())) {
        batch.add(state);
      }
    }
    return shuffled(batch);
  }

  /** It was applied; the offsets of some are lost, so that those come again. */
  void delivered(List<EscalationState> batch) {
    batch.stream().filter(state -> random.nextInt(6) > 0).forEach(underway::remove);
  }

  /** In another order, each escalation's own kept. */
  private List<EscalationState> shuffled(List<EscalationState> batch) {
    List<EscalationState> left = new ArrayList<>(batch);
    List<EscalationState> order = new ArrayList<>();
    while (!left.isEmpty()) {
      UUID next = left.get(random.nextInt(left.size())).id();
      EscalationState first =
          left.stream().filter(s -> s.id().equals(next)).findFirst().orElseThrow();
      left.remove(first);
      order.add(first);
    }
    return order;
  }
}
