package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of the roster of a window when one calendar takes the place of another.
 *
 * @param added parts of shifts where there was none of the same pattern and date
 * @param removed parts of shifts where there is none any more
 * @param reassigned parts of shifts whose crew changes
 * @param gapsCreated stretches without coverage that were covered
 * @param gapsHealed stretches with coverage that were not, with the cause they had
 * @param gapsAfter all stretches without coverage then
 */
public record CalendarDifference(
    List<Shift> added,
    List<Shift> removed,
    List<Reassignment> reassigned,
    List<CoverageGap> gapsCreated,
    List<CoverageGap> gapsHealed,
    List<CoverageGap> gapsAfter) {

  /** The same stretch of a shift before and after. */
  public record Reassignment(Shift before, Shift after) {}

  /** The difference over {@code [from, to)} by the rules alone. */
  public static CalendarDifference between(
      RosterRules before, RosterRules after, Instant from, Instant to) {
    Map<List<Object>, Pair> slots = new LinkedHashMap<>();
    for (Shift shift : Shifts.cut(before.shifts(from, to), from, to)) {
      slots.computeIfAbsent(origin(shift), o -> Pair.empty()).before().add(shift);
    }
    for (Shift shift : Shifts.cut(after.shifts(from, to), from, to)) {
      slots.computeIfAbsent(origin(shift), o -> Pair.empty()).after().add(shift);
    }
    List<Shift> added = new ArrayList<>();
    List<Shift> removed = new ArrayList<>();
    List<Reassignment> reassigned = new ArrayList<>();
    for (Pair slot : slots.values()) {
      slot.after().forEach(shift -> added.addAll(without(shift, slot.before())));
      slot.before().forEach(shift -> removed.addAll(without(shift, slot.after())));
      slot.before().forEach(shift -> reassigned.addAll(reassigned(shift, slot.after())));
    }
    List<CoverageGap> gapsBefore = Coverage.of(before, from, to).gaps();
    List<CoverageGap> gapsAfter = Coverage.of(after, from, to).gaps();
    return new CalendarDifference(
        added,
        removed,
        reassigned,
        without(gapsAfter, gapsBefore),
        without(gapsBefore, gapsAfter),
        gapsAfter);
  }

  /** The same with what is created and healed cut where agreements begin and end to count. */
  public CalendarDifference agreeing(Collection<CoverageAgreement> agreements) {
    return new CalendarDifference(
        added,
        removed,
        reassigned,
        CoverageGap.cut(gapsCreated, agreements),
        CoverageGap.cut(gapsHealed, agreements),
        gapsAfter);
  }

  /** Stretches of {@code [from, to)} without coverage after a change that were covered before. */
  public static List<CoverageGap> gapsMade(
      RosterRules before, RosterRules after, Instant from, Instant to) {
    return without(Coverage.of(after, from, to).gaps(), Coverage.of(before, from, to).gaps());
  }

  /** What stays the same when rules are edited: the pattern and the local date, or the override. */
  private static List<Object> origin(Shift shift) {
    return shift.pattern().isEmpty()
        ? List.of(shift.region(), String.valueOf(shift.override()))
        : List.of(
            shift.region(), shift.pattern(), LocalDate.ofInstant(shift.slotStart(), shift.zone()));
  }

  private static List<Shift> without(Shift shift, List<Shift> others) {
    List<Interval> taken = others.stream().map(o -> new Interval(o.start(), o.end())).toList();
    return new Interval(shift.start(), shift.end())
        .without(taken).stream().map(rest -> shift.cutTo(rest.start(), rest.end())).toList();
  }

  private static List<Reassignment> reassigned(Shift before, List<Shift> others) {
    return others.stream()
        .filter(after -> after.intersects(before.start(), before.end()))
        .filter(after -> !after.sameCrewAs(before))
        .map(
            after ->
                new Reassignment(
                    before.cutTo(after.start(), after.end()),
                    after.cutTo(before.start(), before.end())))
        .toList();
  }

  private static List<CoverageGap> without(List<CoverageGap> gaps, List<CoverageGap> others) {
    IntervalIndex<CoverageGap> index =
        new IntervalIndex<>(others, CoverageGap::start, CoverageGap::end);
    List<CoverageGap> rest = new ArrayList<>();
    for (CoverageGap gap : gaps) {
      List<Interval> taken =
          index.intersecting(gap.start(), gap.end()).stream()
              .map(other -> new Interval(other.start(), other.end()))
              .toList();
      new Interval(gap.start(), gap.end())
          .without(taken)
          .forEach(part -> rest.add(new CoverageGap(part.start(), part.end(), gap.cause())));
    }
    return rest;
  }

  /** The shifts of one pattern and date, by both calendars. */
  private record Pair(List<Shift> before, List<Shift> after) {
    static Pair empty() {
      return new Pair(new ArrayList<>(), new ArrayList<>());
    }
  }
}
