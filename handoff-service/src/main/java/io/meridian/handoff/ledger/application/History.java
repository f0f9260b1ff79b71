package io.meridian.handoff.ledger.application;

import io.meridian.events.AccountabilityEvent;
import io.meridian.handoff.ledger.domain.AccountabilityFact;
import io.meridian.handoff.ledger.store.HistoryStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps what was told about accountability, for whoever doubts the ledger. */
@ApplicationScoped
public class History {
  private final HistoryStore store;

  History(HistoryStore store) {
    this.store = store;
  }

  /** Keeps what the events tell, in any order; a repeat changes nothing. */
  public Uni<Void> keep(UnitOfWork unit, List<AccountabilityEvent> events) {
    return events.isEmpty()
        ? Uni.createFrom().voidItem()
        : store.add(unit, events.stream().map(AccountabilityFact::of).toList());
  }
}
