package io.meridian.handoff.calendar.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what is allowed in a roster and still likely wrong. */
public final class RosterWarnings {

  private static final Duration WEEK = Duration.ofDays(7);

  /** A region that has no shift for so long is not one that is merely closed for a holiday. */
  private static final Duration CLOSED_MAX = Duration.ofDays(14);

  private final RosterRules rules;
  private final Calendar calendar;
  private final DutyLimits limits;
  private final List<RosterWarning> warnings = new ArrayList<>();

  private RosterWarnings(RosterRules rules, DutyLimits limits) {
    this.rules = rules;
    this.calendar = rules.calendar();
    this.limits = limits;
  }

  /**
   * The warnings about a window, by kind and TAM. A week or rest that the window cuts is judged by
   * what is inside.
   *
   * @param shifts those of {@code [from, to)}
   * @param readiness by the rules, who is on duty soon must be reachable
   */
  public static List<RosterWarning> of(
      RosterRules rules,
      List<Shift> shifts,
      Instant from,
      Instant to,
      Readiness readiness,
      DutyLimits limits) {
    RosterWarnings check = new RosterWarnings(rules, limits);
    Workload load = Workload.of(shifts, from, to);
    check.calendar.tams().forEach(tam -> check.rest(tam, load.of(tam.id())));
    check.calendar.tams().forEach(tam -> check.weeks(tam, load));
    check.channels(readiness);
    check.turns();
    check.standIns(from);
    check.holidays();
    if (Duration.between(from, to).compareTo(CLOSED_MAX) >= 0) {
      check.regionsWithout(shifts);
    }
    return List.copyOf(check.warnings);
  }

  /** Those of the second list that the first has not, or has less of. */
  public static List<RosterWarning> beyond(List<RosterWarning> known, List<RosterWarning> all) {
    return all.stream()
        .filter(
            one ->
                known.stream()
                    .noneMatch(other -> isLike(one, other) && other.count() >= one.count()))
        .toList();
  }

  private static boolean isLike(RosterWarning one, RosterWarning other) {
    return one.kind() == other.kind()
        && Objects.equals(one.tam(), other.tam())
        && one.region().equals(other.region());
  }

  /**
   * What an edit would move without having said so.
   *
   * @param after what {@link CalendarEdit} makes of the calendar at {@code at}
   */
  public static List<RosterWarning> ofEdit(RosterRules before, RosterRules after, Instant at) {
    return MovedTurns.of(before, after, at);
  }

  private void rest(Tam tam, List<Interval> duties) {
    int count = 0;
    @Nullable Interval first = null;
    for (int i = 1; i < duties.size(); i++) {
      Interval rest = new Interval(duties.get(i - 1).end(), duties.get(i).start());
      if (rest.length().compareTo(limits.restMin()) < 0) {
        first = first == null ? rest : first;
        count++;
      }
    }
    if (first != null) {
      add(
          RosterWarning.Kind.SHORT_REST,
          tam,
          first,
          count,
          "%s rests %s between two duties; at least %s are wanted"
              .formatted(tam.name(), Words.hours(first.length()), Words.hours(limits.restMin())));
    }
  }

  private void weeks(Tam tam, Workload load) {
    int count = 0;
    @Nullable Instant first = null;
    Duration duty = Duration.ZERO;
    for (var week : load.weeks(tam.id(), tam.zone()).entrySet()) {
      if (week.getValue().compareTo(limits.weekMax()) > 0) {
        duty = first == null ? week.getValue() : duty;
        first = first == null ? week.getKey() : first;
        count++;
      }
    }
    if (first != null) {
      add(
          RosterWarning.Kind.LONG_WEEK,
          tam,
          new Interval(first, first.plus(WEEK)),
          count,
          "%s is on duty for %s in one week; at most %s are wanted"
              .formatted(tam.name(), Words.hours(duty), Words.hours(limits.weekMax())));
    }
  }

  private void channels(Readiness readiness) {
    Instant now = readiness.now();
    Instant until = readiness.until();
    Workload soon = Workload.of(rules.shifts(now, until), now, until);
    for (Tam tam : calendar.tams()) {
      List<Interval> duties = soon.of(tam.id());
      if (!duties.isEmpty() && !readiness.isReachable(tam)) {
        add(
            RosterWarning.Kind.NO_CHANNEL,
            tam,
            duties.getFirst(),
            duties.size(),
            "%s is on duty within 24 hours and has no contact channel%s"
                .formatted(
                    tam.name(),
                    tam.ways().isEmpty() ? "" : " that works: the last messages failed"));
      }
    }
  }

  private void turns() {
    for (Tam tam : calendar.tams()) {
      SortedSet<String> rotations = new TreeSet<>();
      for (Rotation rotation : calendar.rotations()) {
        if (rotation.newest().participants().contains(tam.id())
            && !rules.mayServe(tam.id(), rotation.tier())) {
          rotations.add(rotation.id());
        }
      }
      if (!rotations.isEmpty()) {
        String detail =
            "%s is %s and is passed over in %s"
                .formatted(tam.name(), tam.status(), String.join(", ", rotations));
        add(RosterWarning.Kind.MAY_NOT_SERVE, tam, null, rotations.size(), detail);
      }
    }
  }

  /** Overrides that put somebody on duty who has left: the place stays empty. */
  private void standIns(Instant from) {
    for (ShiftOverride override : calendar.overrides()) {
      String tam = override.touches().getLast();
      if (override.end().isAfter(from)
          && !(override.change() instanceof ShiftOverride.Change.Remove)
          && !rules.mayServe(tam, Rotation.Tier.SHADOW)) {
        calendar.tams().stream()
            .filter(known -> known.id().equals(tam))
            .forEach(
                known ->
                    add(
                        RosterWarning.Kind.MAY_NOT_SERVE,
                        known,
                        new Interval(override.start(), override.end()),
                        1,
                        "%s is %s; by override '%s' the place stays empty"
                            .formatted(known.name(), known.status(), override.id())));
      }
    }
  }

  private void holidays() {
    for (Region region : calendar.regions()) {
      if (region.holidays() != null && rules.holidaysOf(region.code()).isEmpty()) {
        warnings.add(
            new RosterWarning(
                RosterWarning.Kind.UNKNOWN_HOLIDAYS,
                null,
                region.code(),
                null,
                null,
                1,
                "%s keeps the holiday calendar '%s', which has no holiday"
                    .formatted(region.name(), region.holidays())));
      }
    }
  }

  /** What lives in such a region rests, and nobody is asked to take it. */
  private void regionsWithout(List<Shift> shifts) {
    Set<String> served =
        shifts.stream()
            .filter(shift -> shift.primary() != null)
            .map(Shift::region)
            .collect(Collectors.toSet());
    for (Region region : calendar.regions()) {
      boolean hasPeople =
          calendar.tams().stream()
              .anyMatch(
                  tam -> tam.region().equals(region.code()) && tam.status() == Tam.Status.ACTIVE);
      if (hasPeople && !served.contains(region.code())) {
        warnings.add(
            new RosterWarning(
                RosterWarning.Kind.NO_SHIFT,
                null,
                region.code(),
                null,
                null,
                1,
                "Nobody holds a shift of %s: what lives there rests, and nobody is asked to take it"
                    .formatted(region.name())));
      }
    }
  }

  private void add(
      RosterWarning.Kind kind, Tam tam, @Nullable Interval when, int count, String detail) {
    warnings.add(
        new RosterWarning(
            kind,
            tam.id(),
            tam.region(),
            when == null ? null : when.start(),
            when == null ? null : when.end(),
            count,
            detail));
  }
}
