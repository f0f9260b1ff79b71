package io.meridian.handoff.domain.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts people on slots: the rotations' turns, then leave with the next available participant
 * standing in, then overrides. A slot is split where leave or an override changes its crew.
 */
final class Staffing {

  private final Map<String, Tam.Status> statuses = new HashMap<>();
  private final Map<String, IntervalIndex<Leave>> leaves = new HashMap<>();
  private final Map<String, IntervalIndex<ShiftOverride>> overrides = new HashMap<>();

  Staffing(Calendar calendar) {
    calendar.tams().forEach(tam -> statuses.put(tam.id(), tam.status()));
    Map<String, List<Leave>> byTam = new HashMap<>();
    calendar.leaves().forEach(l -> byTam.computeIfAbsent(l.tam(), t -> new ArrayList<>()).add(l));
    byTam.forEach((t, l) -> leaves.put(t, new IntervalIndex<>(l, Leave::start, Leave::end)));
    Map<String, List<ShiftOverride>> byRegion = new HashMap<>();
    calendar.overrides().stream()
        .filter(o -> !(o.change() instanceof ShiftOverride.Change.Add))
        .forEach(o -> byRegion.computeIfAbsent(o.region(), r -> new ArrayList<>()).add(o));
    byRegion.forEach(
        (region, list) ->
            overrides.put(
                region, new IntervalIndex<>(list, ShiftOverride::start, ShiftOverride::end)));
  }

  /** Whether the TAM may serve in the tier: ONBOARDING only as shadow, INACTIVE never. */
  boolean mayServe(String tam, Rotation.Tier tier) {
    Tam.Status status = statuses.get(tam);
    return status == Tam.Status.ACTIVE
        || (status == Tam.Status.ONBOARDING && tier == Rotation.Tier.SHADOW);
  }

  /** The shifts of a slot, in order of time: together exactly the slot, neighbours unlike. */
  List<Shift> staff(Slot slot, List<RotationTurns> rotations) {
    List<ShiftOverride> touching = overridesDuring(slot);
    TreeSet<Instant> starts = new TreeSet<>();
    starts.add(slot.start());
    for (ShiftOverride override : touching) {
      addInside(slot, starts, override.start(), override.end());
    }
    for (RotationTurns turns : rotations) {
      starts.addAll(turns.changes(slot.start(), slot.end()));
      turns
          .people(slot.start(), slot.end())
          .flatMap(tam -> leavesOf(tam, slot.start(), slot.end()).stream())
          .forEach(leave -> addInside(slot, starts, leave.start(), leave.end()));
    }
    List<Shift> shifts = new ArrayList<>();
    Instant start = slot.start();
    Crew crew = crewAt(slot, start, rotations, touching);
    for (Instant at : starts.tailSet(start, false)) {
      Crew next = crewAt(slot, at, rotations, touching);
      if (!next.equals(crew)) {
        shifts.add(crew.on(slot, start, at));
        start = at;
        crew = next;
      }
    }
    shifts.add(crew.on(slot, start, slot.end()));
    return shifts;
  }

  private static void addInside(Slot slot, TreeSet<Instant> starts, Instant from, Instant to) {
    if (from.isAfter(slot.start())) {
      starts.add(from);
    }
    if (to.isBefore(slot.end())) {
      starts.add(to);
    }
  }

  private Crew crewAt(
      Slot slot, Instant at, List<RotationTurns> rotations, List<ShiftOverride> touching) {
    Crew crew = new Crew(null, null, List.of(), null);
    for (Rotation.Tier tier : Rotation.Tier.values()) {
      for (RotationTurns turns : rotations) {
        if (turns.tier() == tier) {
          crew = crew.with(tier, nextAvailable(turns, slot, at, crew));
        }
      }
    }
    for (ShiftOverride override : touching) {
      if (!at.isBefore(override.start()) && at.isBefore(override.end())) {
        crew = apply(override, crew);
      }
    }
    return crew;
  }

  private @Nullable String nextAvailable(RotationTurns rotation, Slot slot, Instant at, Crew crew) {
    Turns turns = rotation.at(at);
    if (turns == null) {
      return null;
    }
    List<String> participants = turns.version().participants();
    int holder = turns.holder(slot);
    for (int i = 0; i < participants.size(); i++) {
      String tam = participants.get((holder + i) % participants.size());
      if (mayServe(tam, rotation.tier())
          && !crew.includes(tam)
          && leavesOf(tam, at, at.plusNanos(1)).isEmpty()) {
        return tam;
      }
    }
    return null;
  }

  private Crew apply(ShiftOverride override, Crew crew) {
    return switch (override.change()) {
      case ShiftOverride.Change.Replace(String tam, String by) when crew.includes(tam) ->
          crew.replace(tam, mayServe(by, crew.tierOf(tam)) ? by : null, override.id());
      case ShiftOverride.Change.Remove(String tam) when crew.includes(tam) ->
          crew.replace(tam, null, override.id());
      default -> crew;
    };
  }

  private List<ShiftOverride> overridesDuring(Slot slot) {
    IntervalIndex<ShiftOverride> index = overrides.get(slot.pattern().region());
    return index == null ? List.of() : index.intersecting(slot.start(), slot.end());
  }

  private List<Leave> leavesOf(String tam, Instant from, Instant to) {
    IntervalIndex<Leave> index = leaves.get(tam);
    return index == null ? List.of() : index.intersecting(from, to);
  }
}
