package io.meridian.handoff.duty.domain.routing;

import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.duty.domain.Duty;
import io.meridian.handoff.duty.domain.Instants;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is on duty at an instant, asked for many instants. */
final class Desks {
  private final Roster roster;
  private final ShiftChanges planner;
  private final Map<Instant, List<OnDuty>> sinceBoundary = new HashMap<>();

  Desks(Roster roster, ShiftChanges planner) {
    this.roster = roster;
    this.planner = planner;
  }

  /**
   * Who may be asked: everybody on duty but those whose successor is at work already, unless that
   * leaves nobody.
   */
  List<OnDuty> at(Instant at) {
    Instant since = roster.boundaries().floor(at);
    if (since == null) {
      return List.of();
    }
    List<OnDuty> all = sinceBoundary.computeIfAbsent(since, this::since);
    List<OnDuty> staying = all.stream().filter(o -> !o.isOutgoing(at)).toList();
    return staying.isEmpty() ? all : staying;
  }

  /** The same of one region alone; when nobody is on duty there, of its next shift. */
  List<OnDuty> in(String region, Instant at) {
    Collection<Shift> running =
        roster.covering(at).stream().filter(shift -> shift.region().equals(region)).toList();
    List<OnDuty> all = desks(running, at);
    List<OnDuty> staying = all.stream().filter(o -> !o.isOutgoing(at)).toList();
    if (!staying.isEmpty()) {
      return staying;
    }
    return all.isEmpty() ? next(region, at) : all;
  }

  private List<OnDuty> next(String region, Instant at) {
    return roster.startingAfter(at).stream()
        .filter(shift -> shift.region().equals(region) && shift.isHeld())
        .findFirst()
        .map(shift -> desks(List.of(shift), shift.start()))
        .orElse(List.of());
  }

  private List<OnDuty> since(Instant boundary) {
    Map<String, OnDuty> byTam = new LinkedHashMap<>();
    for (OnDuty desk : desks(roster.covering(boundary), boundary)) {
      byTam.putIfAbsent(desk.tam(), desk);
    }
    return List.copyOf(byTam.values());
  }

  private List<OnDuty> desks(Collection<Shift> covering, Instant at) {
    List<OnDuty> desks = new ArrayList<>();
    for (Shift shift : covering) {
      add(desks, shift, shift.primary(), true, at);
      add(desks, shift, shift.secondary(), false, at);
    }
    desks.sort(OnDuty.PREFERENCE);
    return desks;
  }

  private void add(
      List<OnDuty> desks, Shift shift, @Nullable String tam, boolean primary, Instant at) {
    if (tam != null) {
      desks.add(new OnDuty(tam, shift.region(), primary, shift.start(), outgoingFrom(tam, at)));
    }
  }

  private Instant outgoingFrom(String tam, Instant at) {
    Optional<Duty> duty = roster.dutyAt(tam, at);
    Optional<ShiftChange> change =
        duty.flatMap(d -> planner.at(tam, d.region(), d.end()))
            .filter(c -> c.incoming().start().isBefore(c.boundary()));
    return change.map(c -> Instants.later(c.incoming().start(), c.prepareAt())).orElse(Instant.MAX);
  }
}
