package io.meridian.handoff.simulation;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import io.meridian.events.BriefingStatus;
import io.meridian.events.Event;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.calendar.store.CalendarVersion;
import io.meridian.handoff.calendar.store.HistoryMark;
import io.meridian.handoff.duty.domain.routing.Load;
import io.meridian.handoff.duty.domain.routing.Opening;
import io.meridian.handoff.duty.domain.stay.Home;
import io.meridian.handoff.duty.domain.stay.Stay;
import io.meridian.handoff.duty.store.PlannedChange;
import io.meridian.handoff.duty.store.timer.Timer;
import io.meridian.handoff.handoff.domain.Handoff;
import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.domain.Hold;
import io.meridian.handoff.ledger.domain.LedgerGap;
import io.meridian.handoff.ledger.domain.LedgerRest;
import io.meridian.handoff.ledger.domain.Regime;
import io.meridian.handoff.ledger.store.EscalationRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Everything the service remembers. */
final class Tables {
  /** PostgreSQL's order of ids, by their bytes; Java takes the first half's sign into account. */
  static final Comparator<UUID> ORDER =
      Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
          .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

  final Journal journal = new Journal();
  final Table<UUID, EscalationRow> escalations = table();
  final Table<UUID, Opening.Customer> customers = table();
  final Table<UUID, List<Owned>> accountability = table();
  final Table<UUID, List<Hold>> holds = table();
  final Table<UUID, List<LedgerGap>> gaps = table();
  final Table<UUID, Long> voided = table();
  final Table<String, Load> loads = table();
  final Table<String, Instant> settled = table();
  final Table<Timer, Timer> timers =
      new Table<>(journal, comparing(Timer::dueAt).thenComparing(Timer::kind));
  final Table<UUID, PlannedChange> changes = table();
  final Table<UUID, HandoffRow> handoffs = table();
  final Table<UUID, List<UUID>> handoffsOf = table();
  final Table<UUID, BriefingStatus> briefings = table();
  final Table<Long, CalendarVersion> versions = table();
  final Table<UUID, String> documents = table();
  final Table<String, HistoryMark> marks = table();
  final Table<UUID, Shift> shifts = table();
  final Table<UUID, Long> shiftRevisions = table();
  final Table<UUID, Instant> ended = table();
  final Table<UUID, List<Served>> regimes = table();
  final Table<UUID, List<LedgerRest>> rests = table();
  final Table<UUID, Long> restsVoided = table();
  final Table<String, List<Stay>> stays = table();
  final Table<String, Instant> kept = table();
  final Table<Integer, Event> log = table();

  /** A row of regimes. */
  record Served(Instant openedAt, Regime regime) {}

  /** A row of accountability. */
  record Owned(Instant openedAt, Accountability interval) {}

  /** A handoff, and the instant as of which the engine last decided about it. */
  record HandoffRow(Handoff handoff, Instant asOf) {}

  /** The unfinished handoff of an escalation, or null. */
  HandoffRow unfinished(UUID escalation) {
    for (UUID id : handoffsOf.get(escalation, List.of())) {
      HandoffRow row = handoffs.get(id);
      if (!row.handoff().stage().status().isFinished()) {
        return row;
      }
    }
    return null;
  }

  /** Whether what is open travels, lives somewhere or is resolved. */
  Regime regime(UUID escalation) {
    List<Served> all = regimes.get(escalation, List.of());
    return all.isEmpty() ? Regime.at(List.of(), Instant.MAX) : all.getLast().regime();
  }

  /** Whose it is and where it lives, or null when it does not. */
  Home home(UUID escalation) {
    Accountability open = open(escalation);
    String region = open == null ? null : regime(escalation).livesIn();
    return region == null ? null : new Home(open.tam(), region);
  }

  /** The interval without an end, or null. */
  Accountability open(UUID escalation) {
    List<Owned> all = accountability.get(escalation, List.of());
    return all.isEmpty() || all.getLast().interval().end() != null
        ? null
        : all.getLast().interval();
  }

  static <T> void change(Table<UUID, List<T>> table, UUID id, UnaryOperator<List<T>> edit) {
    table.put(id, List.copyOf(edit.apply(new ArrayList<>(table.get(id, List.of())))));
  }

  private <K extends Comparable<K>, V> Table<K, V> table() {
    return new Table<>(journal, naturalOrder());
  }
}
