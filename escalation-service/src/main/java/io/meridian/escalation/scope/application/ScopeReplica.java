package io.meridian.escalation.scope.application;

import io.meridian.escalation.scope.domain.Offer;
import io.meridian.escalation.scope.store.ScopeStore;
import io.meridian.events.CustomerEvent;
import io.meridian.events.CustomerState;
import io.meridian.events.HandoffEvent;
import io.meridian.events.ShiftEvent;
import io.meridian.events.ShiftState;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes over who is asked, on duty, assigned, and a stakeholder; only forward. */
@ApplicationScoped
public class ScopeReplica {
  private final ScopeStore store;

  ScopeReplica(ScopeStore store) {
    this.store = store;
  }

  /** Who is asked to take over what. */
  public Uni<Void> offers(UnitOfWork unit, List<HandoffEvent> events) {
    Map<UUID, Offer> newest = new HashMap<>();
    events.stream()
        .flatMap(event -> event.handoffs().stream())
        .map(Offer::of)
        .forEach(
            offer -> newest.merge(offer.escalationId(), offer, (a, b) -> b.isNewerThan(a) ? b : a));
    return newest.isEmpty() ? Uni.createFrom().voidItem() : store.offers(unit, newest.values());
  }

  /** Who is on duty where; shifts that are over are forgotten. */
  public Uni<Void> duties(UnitOfWork unit, List<ShiftEvent> events) {
    Map<UUID, ShiftEvent> newest = new HashMap<>();
    for (ShiftEvent event : events) {
      newest.merge(
          event.shift().id(), event, (a, b) -> b.shift().revision() > a.shift().revision() ? b : a);
    }
    List<ShiftState> running =
        newest.values().stream()
            .filter(event -> !(event instanceof ShiftEvent.Ended))
            .map(ShiftEvent::shift)
            .toList();
    List<UUID> over =
        newest.values().stream()
            .filter(event -> event instanceof ShiftEvent.Ended)
            .map(event -> event.shift().id())
            .toList();
    return store.duties(unit, running).chain(() -> store.forget(unit, over));
  }

  /** Who is assigned to which customer, and who is a stakeholder there. */
  public Uni<Void> customers(UnitOfWork unit, List<CustomerEvent> events) {
    Map<UUID, CustomerState> newest = new HashMap<>();
    for (CustomerEvent event : events) {
      newest.merge(
          event.customerId(), event.customer(), (a, b) -> b.revision() > a.revision() ? b : a);
    }
    return newest.isEmpty()
        ? Uni.createFrom().voidItem()
        : store
            .assignments(unit, newest.values())
            .chain(() -> store.stakeholders(unit, newest.values()));
  }
}
