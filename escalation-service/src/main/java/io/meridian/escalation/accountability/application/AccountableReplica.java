package io.meridian.escalation.accountability.application;

import io.meridian.escalation.accountability.domain.Holding;
import io.meridian.escalation.accountability.store.HoldingStore;
import io.meridian.events.AccountabilityEvent;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes over who is accountable; only forward. */
@ApplicationScoped
public class AccountableReplica {
  private final HoldingStore store;

  AccountableReplica(HoldingStore store) {
    this.store = store;
  }

  /** Applies events; those of one escalation in their order. */
  public Uni<Void> apply(UnitOfWork unit, List<AccountabilityEvent> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Set<UUID> escalations =
        events.stream().map(e -> e.accountability().escalationId()).collect(Collectors.toSet());
    return store.load(unit, escalations).chain(known -> store.save(unit, after(known, events)));
  }

  private static List<Holding> after(Map<UUID, Holding> known, List<AccountabilityEvent> events) {
    Map<UUID, Holding> changed = new HashMap<>();
    for (AccountabilityEvent event : events) {
      UUID id = event.accountability().escalationId();
      Holding before = changed.containsKey(id) ? changed.get(id) : known.get(id);
      Holding after = Holding.after(before, event);
      if (after != before) {
        changed.put(id, after);
      }
    }
    return List.copyOf(changed.values());
  }
}
