package io.meridian.handoff.duty.domain.shiftchange;

import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.duty.domain.Duty;
import io.meridian.handoff.duty.domain.Instants;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.stay.Home;
import io.meridian.handoff.duty.domain.stay.Stay;
import io.meridian.handoff.duty.domain.stay.StayRule;
import io.meridian.handoff.duty.domain.stay.Stays;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The planner (domain.md section 4): which shift change a roster yields for somebody who goes off
 * duty. Pure: the same roster gives the same answers and ids.
 */
public final class ShiftChanges {
  private final Roster roster;
  private final IncomingShifts incoming;
  private final Terms terms;
  private final StayRule rule;
  private final Stays stays;

  /** Of what follows the sun alone: nothing was decided about homes. */
  public ShiftChanges(Roster roster, Terms terms) {
    this(roster, terms, Stays.NONE);
  }

  /**
   * @param stays what was decided about the homes of who is off duty
   */
  public ShiftChanges(Roster roster, Terms terms, Stays stays) {
    this.roster = roster;
    this.incoming = new IncomingShifts(roster);
    this.terms = terms;
    this.rule = new StayRule(roster, terms.homePatience());
    this.stays = stays;
  }

  /**
   * The shift change for a TAM who is outgoing at the boundary; empty when the roster knows no
   * shift to come.
   *
   * @param region the region in which the TAM holds what they hand over
   */
  public Optional<ShiftChange> at(String tam, String region, Instant boundary) {
    return at(tam, region, null, boundary);
  }

  private Optional<ShiftChange> at(
      String tam, String region, @Nullable String home, Instant boundary) {
    return incoming
        .at(tam, region, home, boundary)
        .map(shift -> plan(tam, region, boundary, shift));
  }

  /** The rule by which it is decided what stays at home, by this roster. */
  public StayRule stayRule() {
    return rule;
  }

  /** The same roster and terms with other decisions about homes. */
  public ShiftChanges with(Stays others) {
    return new ShiftChanges(roster, terms, others);
  }

  /**
   * The shift change an escalation stands in at an instant: of the end of the holder's present duty
   * while they are on duty; else the one since they went off, and when its incoming shift is over
   * the one after it, and so on. Empty when no shift is to come, and when it stays at home.
   */
  public Optional<ShiftChange> current(Holder holder, Instant at) {
    Instant now = at.isBefore(holder.since()) ? holder.since() : at;
    Optional<Instant> first =
        holder.home() == null
            ? Optional.of(firstBoundary(holder, now))
            : leaving(holder, new Home(holder.tam(), holder.home()), now);
    Optional<ShiftChange> change = first.flatMap(boundary -> at(holder, boundary));
    while (change.isPresent()
        && !change.get().boundary().isAfter(now)
        && change.get().isOver(now)) {
      Instant over = change.get().incoming().end();
      change = at(holder, attendedUntil(holder, over));
    }
    return change;
  }

  private Optional<ShiftChange> at(Holder holder, Instant boundary) {
    return at(holder.tam(), holder.region(), holder.home(), boundary);
  }

  /**
   * The instant from which what lives in a region is handed over; empty when it stays with its
   * holder, or nothing was decided yet.
   */
  private Optional<Instant> leaving(Holder holder, Home home, Instant now) {
    Optional<Duty> duty = roster.dutyAt(holder.tam(), now);
    if (duty.isPresent()) {
      return duty.map(Duty::end).filter(end -> rule.back(home, end).isEmpty());
    }
    return stays
        .at(home, now)
        .filter(stay -> stay.until() == null)
        .filter(stay -> !cameBackSince(stay, now))
        .map(stay -> attendedUntil(holder, Instants.later(stay.since(), holder.since())));
  }

  /**
   * Whether what somebody has at home is handed over since they went off duty, or is to be prepared
   * by now since they will.
   */
  public boolean isLeft(Home home, Instant at) {
    Optional<Duty> duty = roster.dutyAt(home.tam(), at);
    if (duty.isEmpty()) {
      return stays.at(home, at).filter(stay -> stay.until() == null).isPresent();
    }
    Instant end = duty.get().end();
    return rule.back(home, end).isEmpty()
        && at(home.tam(), duty.get().region(), home.region(), end)
            .filter(change -> !change.draftAt().isAfter(at))
            .isPresent();
  }

  private boolean cameBackSince(Stay stay, Instant now) {
    return roster
        .lastDutyBefore(stay.home().tam(), now)
        .filter(duty -> duty.end().isAfter(stay.since()))
        .isPresent();
  }

  /** The shift changes of duties' ends that are prepared or waiting at the instant, and to come. */
  public List<ShiftChange> open(Instant at) {
    Map<UUID, ShiftChange> open = new LinkedHashMap<>();
    for (String tam : roster.tams()) {
      for (Duty duty : roster.duties(tam)) {
        Instant end = duty.end();
        if (!end.isBefore(at) && !earliestPreparation(duty).isAfter(at)) {
          incoming
              .at(tam, duty.region(), null, end)
              .filter(i -> !end.isAfter(at) || !prepareAt(tam, end, i.start()).isAfter(at))
              .map(i -> plan(tam, duty.region(), end, i))
              .ifPresent(change -> open.putIfAbsent(change.id(), change));
        }
      }
    }
    return List.copyOf(open.values());
  }

  /**
   * The first instant after {@code from} at which handoffs of some duty's end are to be offered.
   */
  public Optional<Instant> nextPreparation(Instant from) {
    Instant next = Instant.MAX;
    for (String tam : roster.tams()) {
      for (Duty duty : roster.duties(tam)) {
        if (earliestPreparation(duty).isBefore(next)) {
          next = Instants.earlier(next, preparation(duty, null, from));
        }
      }
    }
    return next.equals(Instant.MAX) ? Optional.empty() : Optional.of(next);
  }

  /** The same of what somebody has at home, where it does not stay with them. */
  public Optional<Instant> nextPreparation(Collection<Home> homes, Instant from) {
    return homes.stream()
        .flatMap(
            home ->
                roster.duties(home.tam()).stream()
                    .filter(duty -> rule.back(home, duty.end()).isEmpty())
                    .map(duty -> preparation(duty, home.region(), from)))
        .filter(due -> due.isBefore(Instant.MAX))
        .min(Comparator.naturalOrder());
  }

  /** When what lives in a region, or follows the sun, is to be offered at the end of a duty. */
  private Instant preparation(Duty duty, @Nullable String home, Instant from) {
    return incoming
        .at(duty.tam(), duty.region(), home, duty.end())
        .map(i -> prepareAt(duty.tam(), duty.end(), i.start()))
        .filter(from::isBefore)
        .orElse(Instant.MAX);
  }

  /** No offer is made before this: what takes over began after the duty, or relieves it late. */
  private Instant earliestPreparation(Duty duty) {
    return duty.start().minus(terms.lead());
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
}
