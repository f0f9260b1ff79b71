package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts people on slots: the rotations' turns, then leave with the next available participant
 * standing in, then overrides. A slot is split where leave or an override changes its crew.
 */
final class Staffing {

  private final Map<String, Tam.Status> statuses = new HashMap<>();
  private final Map<String, IntervalIndex<Leave>> leaves = new HashMap<>();
  private final Map<String, IntervalIndex<ShiftOverride>> overrides = new HashMap<>();

  /** Of each rotation those who take part in any version and are on leave at any time. */
  private final Map<String, List<String>> onLeave = new HashMap<>();

  Staffing(Calendar calendar) {
    calendar.tams().forEach(tam -> statuses.put(tam.id(), tam.status()));
    Map<String, List<Leave>> byTam = new HashMap<>();
    calendar.leaves().forEach(l -> byTam.computeIfAbsent(l.tam(), t -> new ArrayList<>()).add(l));
    byTam.forEach((t, l) -> leaves.put(t, new IntervalIndex<>(l, Leave::start, Leave::end)));
    calendar
        .rotations()
        .forEach(
            rotation ->
                onLeave.put(
                    rotation.id(),
                    Stream.concat(
                            rotation.versions().stream().map(Rotation.Version::participants),
                            rotation.running().stream().map(Rotation.Running::order))
                        .flatMap(List::stream)
                        .distinct()
                        .filter(leaves::containsKey)
                        .toList()));
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
    List<Instant> splits = splits(slot, rotations, touching);
    Instant start = slot.start();
    Crew crew = crewAt(slot, start, rotations, touching);
    if (splits.isEmpty()) {
      return List.of(crew.on(slot, start, slot.end()));
    }
    List<Shift> shifts = new ArrayList<>();
    for (Instant at : splits) {
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

  /** The instants inside the slot at which its crew may change, in order. */
  private List<Instant> splits(
      Slot slot, List<RotationTurns> rotations, List<ShiftOverride> touching) {
    List<Instant> splits = new ArrayList<>();
    for (ShiftOverride override : touching) {
      addInside(slot, splits, override.start(), override.end());
    }
    for (RotationTurns turns : rotations) {
      splits.addAll(turns.beginnings(slot.start(), slot.end()));
      for (String tam : onLeave.getOrDefault(turns.rotation().id(), List.of())) {
        for (Leave leave : leavesOf(tam, slot.start(), slot.end())) {
          addInside(slot, splits, leave.start(), leave.end());
        }
      }
    }
    splits.sort(Comparator.naturalOrder());
    return splits;
  }

  private static void addInside(Slot slot, List<Instant> splits, Instant from, Instant to) {
    if (from.isAfter(slot.start())) {
      splits.add(from);
    }
    if (to.isBefore(slot.end())) {
      splits.add(to);
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
    Turns.Order order = rotation.order(slot, at);
    for (int i = 0; i < order.participants().size(); i++) {
      String tam = order.after(i);
      if (mayServe(tam, rotation.tier())
          && !crew.includes(tam)
          && leavesOf(tam, at, at.plusNanos(1)).isEmpty()) {
        return tam;
      }
    }
    return null;
  }

  /**
   * Why who serves: the same walk through the participants as {@link #nextAvailable}, told.
   *
   * @param passedOver those before the one who serves, with the reason of each
   */
  record Choice(@Nullable String turn, @Nullable String serves, List<PassedOver> passedOver) {}

  /**
   * Somebody who does not serve although it would be their turn.
   *
   * @param leave the leave that they are on, if that is why
   */
  record PassedOver(String tam, PassedOver.Why why, @Nullable Leave leave) {
    enum Why {
      ON_LEAVE,
      MAY_NOT_SERVE,
      SERVES_ALREADY
    }
  }

  Choice choose(RotationTurns rotation, Slot slot, Instant at, Crew crew) {
    Turns.Order order = rotation.order(slot, at);
    @Nullable String turn = order.participants().isEmpty() ? null : order.after(0);
    List<PassedOver> passedOver = new ArrayList<>();
    for (int i = 0; i < order.participants().size(); i++) {
      String tam = order.after(i);
      List<Leave> away = leavesOf(tam, at, at.plusNanos(1));
      if (!mayServe(tam, rotation.tier())) {
        passedOver.add(new PassedOver(tam, PassedOver.Why.MAY_NOT_SERVE, null));
      } else if (crew.includes(tam)) {
        passedOver.add(new PassedOver(tam, PassedOver.Why.SERVES_ALREADY, null));
      } else if (!away.isEmpty()) {
        passedOver.add(new PassedOver(tam, PassedOver.Why.ON_LEAVE, away.getFirst()));
      } else {
        return new Choice(turn, tam, List.copyOf(passedOver));
      }
    }
    return new Choice(turn, null, List.copyOf(passedOver));
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
