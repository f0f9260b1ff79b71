package io.meridian.handoff.ledger.application;

import io.meridian.handoff.ledger.domain.Escalation;
import io.meridian.handoff.ledger.domain.LedgerChange;
import io.meridian.handoff.ledger.domain.Rest;
import io.meridian.handoff.ledger.store.RestRow;
import io.meridian.handoff.ledger.store.RestStore;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Writes down what changed in rests, and tells it. */
@ApplicationScoped
class RestWriter {
  private final RestStore rests;
  private final Outbox outbox;

  RestWriter(RestStore rests, Outbox outbox) {
    this.rests = rests;
    this.outbox = outbox;
  }

  /** A change, and whose it is. */
  record Change(Escalation escalation, LedgerChange<Rest> change) {
    RestRow row() {
      return new RestRow(escalation.id(), change.part());
    }
  }

  /** Writes changes as of an instant. */
  Uni<Void> write(UnitOfWork unit, List<Change> changes, DecisionBasis basis, Instant asOf) {
    if (changes.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Change> voided = only(changes, LedgerChange.Voided.class);
    List<Change> changed = only(changes, LedgerChange.Changed.class);
    List<Change> added = only(changes, LedgerChange.Added.class);
    RestEvents events = new RestEvents(basis::person, asOf);
    return rests
        .voidAll(unit, rows(voided))
        .invoke(
            all ->
                voided.forEach(c -> events.voided(c.escalation(), c.change().part(), of(c, all))))
        .chain(() -> rests.update(unit, rows(changed)))
        .invoke(all -> tell(changed, all, events))
        .chain(() -> rests.insert(unit, rows(added)))
        .invoke(all -> tell(added, all, events))
        .chain(() -> outbox.append(unit, events.list()));
  }

  private static void tell(List<Change> changes, Map<UUID, Long> written, RestEvents events) {
    changes.forEach(
        one -> events.recorded(one.escalation(), one.change().part(), of(one, written)));
  }

  private static long of(Change one, Map<UUID, Long> written) {
    return Objects.requireNonNull(written.get(one.row().id()), () -> "wrote no rest for " + one);
  }

  private static List<Change> only(List<Change> changes, Class<?> kind) {
    return changes.stream().filter(one -> kind.isInstance(one.change())).toList();
  }

  private static List<RestRow> rows(List<Change> changes) {
    return changes.stream().map(Change::row).toList();
  }
}
