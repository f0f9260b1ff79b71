package io.meridian.handoff.domain.shiftchange;

import io.meridian.handoff.domain.calendar.Shift;
import io.meridian.handoff.domain.duty.Duty;
import io.meridian.handoff.domain.duty.Roster;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The planner (domain.md section 4): which shift change a roster yields for somebody who goes off
 * duty. Pure: the same roster gives the same answers and ids.
 */
public final class ShiftChanges {
  private final Roster roster;
  private final Terms terms;

  public ShiftChanges(Roster roster, Terms terms) {
    this.roster = roster;
    this.terms = terms;
  }

  /**
   * The shift change for a TAM who is outgoing at the boundary; empty when the roster knows no
   * shift to come.
   *
   * @param region the region in which the TAM holds what they hand over
   */
  public Optional<ShiftChange> at(String tam, String region, Instant boundary) {
    return incoming(tam, region, boundary).map(incoming -> plan(tam, region, boundary, incoming));
  }

  /**
   * The shift change an escalation stands in at an instant: of the end of the holder's present duty
   * while they are on duty; else the one since they went off, and when its incoming shift is over
   * the one after it, and so on. Empty when no shift is to come.
   */
  public Optional<ShiftChange> current(Holder holder, Instant at) {
    Instant now = at.isBefore(holder.since()) ? holder.since() : at;
    Optional<ShiftChange> change = at(holder.tam(), holder.region(), firstBoundary(holder, now));
    while (change.isPresent()
        && !change.get().boundary().isAfter(now)
        && change.get().isOver(now)) {
      Instant over = change.get().incoming().end();
      change = at(holder.tam(), holder.region(), attendedUntil(holder, over));
    }
    return change;
  }

  /** The shift changes of duties' ends that are prepared or waiting at the instant, and to come. */
  public List<ShiftChange> open(Instant at) {
    Map<UUID, ShiftChange> open = new LinkedHashMap<>();
    for (String tam : roster.tams()) {
      for (Duty duty : roster.duties(tam)) {
        Instant end = duty.end();
        if (!end.isBefore(at)) {
          incoming(tam, duty.region(), end)
              .filter(i -> !end.isAfter(at) || !prepareAt(tam, end, i.start()).isAfter(at))
              .map(i -> plan(tam, duty.region(), end, i))
              .ifPresent(change -> open.putIfAbsent(change.id(), change));
        }
      }
    }
    return List.copyOf(open.values());
  }

  /** Every instant after {@code from} at which handoffs of some duty's end are to be offered. */
  public NavigableSet<Instant> preparations(Instant from) {
    NavigableSet<Instant> instants = new TreeSet<>();
    for (String tam : roster.tams()) {
      for (Duty duty : roster.duties(tam)) {
        incoming(tam, duty.region(), duty.end())
            .map(incoming -> prepareAt(tam, duty.end(), incoming.start()))
            .filter(prepareAt -> prepareAt.isAfter(from))
            .ifPresent(instants::add);
      }
    }
    return instants;
  }

  /** The instant the holder goes or went off: where the chain of their shift changes begins. */
  private Instant firstBoundary(Holder holder, Instant now) {
    Optional<Duty> duty = roster.dutyAt(holder.tam(), now);
    if (duty.isPresent()) {
      return duty.get().end();
    }
    Optional<Instant> wentOff =
        roster
            .lastDutyBefore(holder.tam(), now)
            .map(Duty::end)
            .filter(end -> end.isAfter(holder.since()));
    return wentOff.orElseGet(() -> attendedUntil(holder, holder.since()));
  }

  /** The first instant from {@code at} on at which the holder attends no more. */
  private Instant attendedUntil(Holder holder, Instant at) {
    Instant end = at;
    while (true) {
      Instant here = holder.holdUntil(end).orElse(end);
      Instant until =
          roster.dutyAt(holder.tam(), end).map(Duty::end).filter(here::isBefore).orElse(here);
      if (until.equals(end)) {
        return end;
      }
      end = until;
    }
  }

  private ShiftChange plan(String tam, String region, Instant boundary, Shift incoming) {
    Instant start = incoming.start();
    boolean before = start.isBefore(boundary);
    return new ShiftChange(
        ShiftChange.idOf(region, boundary, incoming.region(), start),
        region,
        incoming.region(),
        boundary,
        incoming,
        prepareAt(tam, boundary, start),
        start,
        before ? boundary : start.plus(terms.acceptanceTimeout()));
  }

  private Instant prepareAt(String tam, Instant boundary, Instant incomingStart) {
    return (ranBefore(tam, boundary, incomingStart) ? boundary : incomingStart).minus(terms.lead());
  }

  /** Whether the incoming shift was running when the outgoing TAM came: it relieves them late. */
  private boolean ranBefore(String tam, Instant boundary, Instant incomingStart) {
    return roster
        .lastDutyBefore(tam, boundary)
        .filter(duty -> duty.end().equals(boundary))
        .filter(duty -> !incomingStart.isAfter(duty.start()))
        .isPresent();
  }

  private Optional<Shift> incoming(String tam, String region, Instant boundary) {
    Comparator<Shift> latestStart = Comparator.comparing(Shift::start).reversed();
    Comparator<Shift> preferred =
        latestStart.thenComparing(shift -> shift.region().equals(region)).thenComparing(Shift::id);
    Stream<Shift> held = roster.covering(boundary).stream().filter(s -> isHeldByAnother(s, tam));
    Stream<Shift> empty = roster.covering(boundary).stream().filter(s -> !s.isHeld());
    return held.min(preferred).or(() -> empty.min(preferred)).or(() -> next(tam, region, boundary));
  }

  private Optional<Shift> next(String tam, String region, Instant boundary) {
    Comparator<Shift> preferred =
        Comparator.comparing((Shift shift) -> !shift.isHeld())
            .thenComparing(shift -> shift.region().equals(region))
            .thenComparing(Shift::id);
    @Nullable Shift next = null;
    for (Shift shift : roster.startingAfter(boundary)) {
      if (next != null && shift.start().isAfter(next.start())) {
        break;
      }
      boolean may = !shift.isHeld() || isHeldByAnother(shift, tam);
      next = may && (next == null || preferred.compare(shift, next) < 0) ? shift : next;
    }
    return Optional.ofNullable(next);
  }

  private static boolean isHeldByAnother(Shift shift, String tam) {
    String holder = shift.primary() != null ? shift.primary() : shift.secondary();
    return holder != null && !holder.equals(tam);
  }
}
