package io.meridian.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What handoff-service tells of what crews watch though no case is open. */
public sealed interface WatchEvent extends Event {

  /** The items concerned, at least one. */
  List<WatchItemState> items();

  /**
   * Somebody made an item.
   *
   * @param crews who is on duty, or takes over soon, and did not make it
   */
  record Added(List<WatchItemState> items, List<Person> crews) implements WatchEvent {
    public Added {
      items = List.copyOf(items);
      crews = List.copyOf(crews);
    }
  }

  /** Items come to the crew that takes over. */
  record HandedOver(WatchHandover handover, List<WatchItemState> items) implements WatchEvent {
    public HandedOver {
      items = List.copyOf(items);
    }
  }

  /** One of the crew has confirmed items. */
  record Confirmed(WatchHandover handover, List<WatchItemState> items) implements WatchEvent {
    public Confirmed {
      items = List.copyOf(items);
    }
  }

  /** Nobody of the crew has confirmed items in time. */
  record Unconfirmed(WatchHandover handover, List<WatchItemState> items) implements WatchEvent {
    public Unconfirmed {
      items = List.copyOf(items);
    }
  }

  /** Somebody withdrew an item. */
  record Withdrawn(List<WatchItemState> items) implements WatchEvent {
    public Withdrawn {
      items = List.copyOf(items);
    }
  }

  /** Somebody made an escalation of an item: escalation-service opens it. */
  record Escalated(List<WatchItemState> items) implements WatchEvent {
    public Escalated {
      items = List.copyOf(items);
    }
  }

  @Override
  default String type() {
    return switch (this) {
      case Added ignored -> "io.meridian.watch.added.v1";
      case HandedOver ignored -> "io.meridian.watch.handed-over.v1";
      case Confirmed ignored -> "io.meridian.watch.confirmed.v1";
      case Unconfirmed ignored -> "io.meridian.watch.unconfirmed.v1";
      case Withdrawn ignored -> "io.meridian.watch.withdrawn.v1";
      case Escalated ignored -> "io.meridian.watch.escalated.v1";
    };
  }

  @Override
  default Topic topic() {
    return Topic.HANDOFFS;
  }

  @Override
  default String key() {
    return about().toString();
  }

  @Override
  default long sequence() {
    return items().getFirst().revision();
  }

  @Override
  default Instant time() {
    return switch (this) {
      case HandedOver over -> over.handover().changedAt();
      case Confirmed confirmed -> confirmed.handover().changedAt();
      case Unconfirmed missing -> missing.handover().changedAt();
      default -> items().getFirst().changedAt();
    };
  }

  /** Each item, with the crew that it came to where the fact is about one. */
  @Override
  default List<ChangedObject> changed() {
    return switch (this) {
      case HandedOver over -> handed(over.handover());
      case Confirmed confirmed -> handed(confirmed.handover());
      case Unconfirmed ignored -> List.of();
      default ->
          ChangedObject.each("watch-item", items(), WatchItemState::id, WatchItemState::id, true);
    };
  }

  private List<ChangedObject> handed(WatchHandover handover) {
    return items().stream()
        .flatMap(item -> ChangedObject.alone("watch-item", item.id().toString(), handover).stream())
        .toList();
  }

  private UUID about() {
    return switch (this) {
      case HandedOver over -> over.handover().shiftChangeId();
      case Confirmed confirmed -> confirmed.handover().shiftChangeId();
      case Unconfirmed missing -> missing.handover().shiftChangeId();
      default -> items().getFirst().id();
    };
  }
}
