package io.meridian.handoff.notification.application.live;

import io.meridian.events.AccountabilityEvent;
import io.meridian.events.EffectEvent;
import io.meridian.events.Event;
import io.meridian.events.GapEvent;
import io.meridian.events.GapState;
import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffState;
import io.meridian.events.ShiftChangeEvent;
import io.meridian.events.ShiftEvent;
import io.meridian.events.ShiftState;
import io.meridian.events.WatchEvent;
import io.meridian.events.WatchItemState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What news are about. Whoever tells them tells it as whoever asks for it is told. */
public sealed interface Subject {

  /** Handoffs by id. */
  record Handoffs(List<UUID> ids) implements Subject {}

  /** The ledger of an escalation. */
  record Ledger(UUID escalationId) implements Subject {}

  /** Gaps as they were told. */
  record Gaps(List<GapState> gaps) implements Subject {}

  /** A shift as it was told. */
  record OneShift(ShiftState shift) implements Subject {}

  /** Watch items by id. */
  record Watched(List<UUID> ids) implements Subject {}

  /** The note of a shift change. */
  record Note(UUID shiftChange) implements Subject {}

  /** Of an event; empty for one that is not for listeners. */
  static Optional<Subject> of(Event event) {
    return switch (event) {
      case HandoffEvent of ->
          Optional.of(new Handoffs(of.handoffs().stream().map(HandoffState::id).toList()));
      case AccountabilityEvent of -> Optional.of(new Ledger(of.accountability().escalationId()));
      case EffectEvent of -> Optional.of(new Ledger(of.accountability().escalationId()));
      case GapEvent of -> Optional.of(new Gaps(of.gaps()));
      case ShiftEvent of -> Optional.of(new OneShift(of.shift()));
      case WatchEvent of ->
          Optional.of(new Watched(of.items().stream().map(WatchItemState::id).toList()));
      case ShiftChangeEvent of -> Optional.of(new Note(of.note().shiftChangeId()));
      default -> Optional.empty();
    };
  }
}
