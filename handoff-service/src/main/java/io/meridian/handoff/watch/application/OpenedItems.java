package io.meridian.handoff.watch.application;

import io.meridian.events.EscalationEvent;
import io.meridian.events.ExternalRef;
import io.meridian.handoff.watch.store.WatchStore;
import io.meridian.handoff.watch.store.WatchStore.Opened;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Knows watch items again in the escalations that they have become. */
@ApplicationScoped
public class OpenedItems {
  /** What an escalation stands for that was made of an item; no other system may be called so. */
  public static final String SYSTEM = "meridian:watch";

  private final WatchStore store;

  OpenedItems(WatchStore store) {
    this.store = store;
  }

  /** Takes note of the escalations that items have become. */
  public Uni<Void> follow(UnitOfWork unit, List<EscalationEvent> events) {
    List<Opened> opened =
        events.stream()
            .filter(EscalationEvent.Opened.class::isInstance)
            .flatMap(event -> opened((EscalationEvent.Opened) event).stream())
            .toList();
    return opened.isEmpty() ? Uni.createFrom().voidItem() : store.opened(unit, opened);
  }

  private static Optional<Opened> opened(EscalationEvent.Opened event) {
    ExternalRef ref = event.escalation().externalRef();
    return ref == null || !ref.system().equals(SYSTEM)
        ? Optional.empty()
        : Optional.of(
            new Opened(
                UUID.fromString(ref.id()), event.escalation().id(), event.escalation().shortId()));
  }
}
