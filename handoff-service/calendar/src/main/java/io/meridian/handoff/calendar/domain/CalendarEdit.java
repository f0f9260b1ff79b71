package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an edit makes of a calendar, so that what was dealt stays dealt: rotations become versions,
 * counts of shifts go on from where they stood, and whoever is on duty stays until their shift
 * ends. A document that knows nothing of this can be applied again and again.
 */
public final class CalendarEdit {

  private final RosterRules before;
  private final RosterRules after;
  private final Instant at;

  /** The shifts that run at the edit and ran before it. */
  private final List<GoingOn> goingOn = new ArrayList<>();

  /** The shifts that run at the edit and were none before, in the order in which they are dealt. */
  private final List<Slot> begun = new ArrayList<>();

  private record GoingOn(Slot before, Slot after) {}

  private CalendarEdit(RosterRules before, RosterRules after, Instant at) {
    this.before = before;
    this.after = after;
    this.at = at;
    List<Slot> ran = underWay(before).stream().filter(before::takesPlace).toList();
    for (Slot slot : underWay(after)) {
      Optional<Slot> same = ran.stream().filter(slot::isOfTheDateOf).findFirst();
      if (same.isPresent()) {
        goingOn.add(new GoingOn(same.get(), slot));
      } else if (after.takesPlace(slot)) {
        begun.add(slot);
      }
    }
  }

  private List<Slot> underWay(RosterRules rules) {
    return rules.slots(at, at.plusMillis(1)).stream()
        .filter(slot -> slot.start().isBefore(at))
        .toList();
  }

  /**
   * The calendar to put in force.
   *
   * @param before what is in force up to the edit
   * @param document what is to be in force from then on
   * @param at the instant of the edit
   */
  public static Calendar of(RosterRules before, Calendar document, Instant at) {
    Calendar known = before.calendar();
    Calendar carried = carryCounts(before, RotationVersions.keep(known, document, at));
    if (carried.equals(withoutRunning(known))) {
      return known;
    }
    RosterRules rules = before.with(carried);
    Calendar counted = new CalendarEdit(before, rules, at).keepCounts();
    return new CalendarEdit(before, counted.equals(carried) ? rules : before.with(counted), at)
        .keepPeople();
  }

  private static Calendar withoutRunning(Calendar calendar) {
    return calendar.withRotations(
        calendar.rotations().stream().map(r -> r.running(List.of())).toList());
  }

  /** Counts of known rotations are the system's, whatever the document says. */
  private static Calendar carryCounts(RosterRules before, Calendar after) {
    return withoutRunning(
        after.withRotations(
            after.rotations().stream()
                .map(r -> before.turnsOf(r.id()).map(known -> carryCounts(known, r)).orElse(r))
                .toList()));
  }

  private static Rotation carryCounts(RotationTurns known, Rotation after) {
    return after.in(
        after.versions().stream()
            .map(
                v ->
                    v.dealt(
                        known
                            .like(v)
                            .map(Turns::version)
                            .map(Rotation.Version::dealt)
                            .orElse(null)))
            .toList());
  }

  /** Whoever would be dealt the next shift is, however many the new rules count before it. */
  private Calendar keepCounts() {
    return after
        .calendar()
        .withRotations(
            after.calendar().rotations().stream()
                .map(r -> before.turnsOf(r.id()).map(known -> keepCounts(known, r)).orElse(r))
                .toList());
  }

  private Rotation keepCounts(RotationTurns known, Rotation rotation) {
    RotationTurns turns = after.turnsOf(rotation.id()).orElseThrow();
    long more = begun.stream().filter(slot -> after.turnsOf(slot).contains(turns)).count();
    @Nullable Turns inForce = turns.inForce(at);
    List<Rotation.Version> versions = new ArrayList<>();
    for (Turns now : turns.versions()) {
      Rotation.Version version = now.version();
      Optional<Turns> then = known.like(version);
      boolean deals =
          inForce != null && inForce.version().countsLike(version)
              || version.from().isAfter(at) && !now.anchor().isAfter(at);
      if (deals && then.isPresent() && then.get().dealt(at) + more != now.dealt(at)) {
        version = version.dealt(new Rotation.Dealt(at, then.get().dealt(at) + more));
      }
      versions.add(version);
    }
    return rotation.in(versions);
  }

  /** Where the new rules would exchange who is on a shift that runs, it is written down. */
  private Calendar keepPeople() {
    Map<String, List<Rotation.Running>> running = new HashMap<>();
    goingOn.forEach(shift -> stay(shift, running));
    Map<String, Integer> dealt = new HashMap<>();
    begun.forEach(slot -> deal(slot, dealt, running));
    return after
        .calendar()
        .withRotations(
            after.calendar().rotations().stream()
                .map(r -> r.running(running.getOrDefault(r.id(), List.of())))
                .toList());
  }

  private void stay(GoingOn shift, Map<String, List<Rotation.Running>> running) {
    Set<String> people = after.calendar().tams().stream().map(Tam::id).collect(Collectors.toSet());
    for (RotationTurns then : before.turnsOf(shift.before())) {
      List<String> order =
          then.order(shift.before(), at).fromHolder().stream().filter(people::contains).toList();
      if (then.tier() != Rotation.Tier.SHADOW && !order.isEmpty()) {
        after.turnsOf(shift.after()).stream()
            .filter(now -> now.tier() == then.tier())
            .forEach(now -> write(now, shift.after(), order, running));
      }
    }
  }

  private void deal(
      Slot slot, Map<String, Integer> dealt, Map<String, List<Rotation.Running>> running) {
    for (RotationTurns now : after.turnsOf(slot)) {
      @Nullable Turns turns = now.inForce(at);
      if (turns != null && goesOn(now.rotation(), turns.version())) {
        int already = dealt.merge(now.rotation().id(), 1, Integer::sum);
        long more = begun.stream().filter(other -> after.turnsOf(other).contains(now)).count();
        List<String> order = turns.order(turns.dealt(at) - more + already - 1).fromHolder();
        write(now, slot, order, running);
      }
    }
  }

  private boolean goesOn(Rotation rotation, Rotation.Version version) {
    return before.turnsOf(rotation.id()).flatMap(known -> known.like(version)).isPresent();
  }

  private void write(
      RotationTurns now,
      Slot slot,
      List<String> order,
      Map<String, List<Rotation.Running>> running) {
    if (slot.isOff() || !now.order(slot, at).fromHolder().equals(order)) {
      running
          .computeIfAbsent(now.rotation().id(), id -> new ArrayList<>())
          .add(new Rotation.Running(slot.pattern().id(), slot.date(), order));
    }
  }
}
