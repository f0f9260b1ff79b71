package io.meridian.handoff.handoff.domain;

import io.meridian.events.CancelReason;
import io.meridian.events.HandoffStatus;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.shiftchange.Holder;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChanges;
import io.meridian.handoff.duty.domain.stay.Home;
import io.meridian.handoff.handoff.domain.Demand.Begin;
import io.meridian.handoff.handoff.domain.Demand.Nothing;
import io.meridian.handoff.handoff.domain.Demand.Replace;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Compares the handoff an escalation has with the one it should have as of an instant. Who asks
 * twice, late, or after a change of the roster, gets what is still missing: that makes every step
 * of the engine repeatable. Remembers its plans; not for use by several threads.
 */
public final class Demands {
  private final Roster roster;
  private final ShiftChanges changes;
  private final Instant at;
  private final Map<Holder, Optional<ShiftChange>> current = new HashMap<>();
  private final Map<UUID, Candidates> candidates = new HashMap<>();
  private final Map<UUID, Shift> shifts = new HashMap<>();

  public Demands(Roster roster, ShiftChanges changes, Instant at) {
    this.roster = roster;
    this.changes = changes;
    this.at = at;
    roster.shifts().forEach(shift -> shifts.put(shift.id(), shift));
  }

  /**
   * The unfinished handoff of an escalation.
   *
   * @param to who is asked, or null
   * @param leadOnly nobody but the lead was asked, since nobody held the incoming shift
   * @param toRegion region of the incoming shift
   * @param incomingShift id of the incoming shift when it was planned
   * @param incomingEnd end of the incoming shift when it was planned
   */
  public record Present(
      UUID shiftChangeId,
      Instant boundary,
      HandoffStatus status,
      @Nullable String to,
      boolean leadOnly,
      String toRegion,
      UUID incomingShift,
      Instant incomingStart,
      Instant incomingEnd) {}

  /** The shift change the holder's escalations stand in. */
  public Optional<ShiftChange> current(Holder holder) {
    return current.computeIfAbsent(holder, h -> changes.current(h, at));
  }

  /** Whether what somebody has at home is being handed over, or is to be by now. */
  public boolean isLeft(Home home) {
    return changes.isLeft(home, at);
  }

  /** Who may be asked at a shift change, as of the instant. */
  public Candidates candidates(ShiftChange change) {
    return candidates.computeIfAbsent(
        change.id(), id -> Candidates.of(change.incoming(), roster, at));
  }

  /** What is to be done about the handoff of an escalation of this holder. */
  public Demand of(Holder holder, @Nullable Present present) {
    Optional<ShiftChange> now = current(holder);
    Optional<ShiftChange> due = now.filter(change -> !change.draftAt().isAfter(at));
    if (present == null) {
      return due.<Demand>map(Begin::new).orElseGet(Nothing::new);
    }
    if (now.isPresent() && now.get().id().equals(present.shiftChangeId())) {
      return goOn(holder, now.get(), present);
    }
    return isAway(holder, now, present)
        ? new Replace(CancelReason.STAYS, due)
        : replace(holder, present, due);
  }

  /** It lives at home now, and stays there or goes to another shift than one elsewhere. */
  private static boolean isAway(Holder holder, Optional<ShiftChange> now, Present present) {
    return holder.home() != null && (now.isEmpty() || !holder.home().equals(present.toRegion()));
  }

  private Demand goOn(Holder holder, ShiftChange change, Present present) {
    if (present.status() == HandoffStatus.WAITING_FOR_COVERAGE && !change.prepareAt().isAfter(at)) {
      return new Demand.Offer(change);
    }
    boolean left =
        present.status() == HandoffStatus.OFFERED
            && present.to() != null
            && !candidates(change).contains(present.to());
    boolean filled = present.leadOnly() && candidates(change).anyBut(holder.tam());
    return left || filled ? new Demand.Move(change) : new Nothing();
  }

  /** The handoff belongs to another shift change than the one the escalation stands in now. */
  private Demand replace(Holder holder, Present present, Optional<ShiftChange> due) {
    if (present.boundary().isAfter(at)) {
      return new Replace(CancelReason.ROSTER_CHANGED, due);
    }
    Shift incoming = shifts.get(present.incomingShift());
    Instant end = incoming == null ? present.incomingEnd() : incoming.end();
    if (!end.isAfter(at)) {
      return new Replace(CancelReason.SUPERSEDED, due);
    }
    boolean onDuty = roster.onDuty(holder.tam(), at);
    if (incoming == null || present.incomingStart().isAfter(at)) {
      boolean pointless = due.isPresent() || !onDuty;
      boolean back = onDuty && present.status() == HandoffStatus.WAITING_FOR_COVERAGE;
      return pointless || back ? new Replace(CancelReason.ROSTER_CHANGED, due) : new Nothing();
    }
    boolean newer = due.filter(c -> c.boundary().isAfter(present.boundary())).isPresent();
    return newer ? new Replace(CancelReason.SUPERSEDED, due) : new Nothing();
  }
}
