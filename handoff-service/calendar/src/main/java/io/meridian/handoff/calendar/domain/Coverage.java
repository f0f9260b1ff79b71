package io.meridian.handoff.calendar.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * In which regions a primary is on duty, as a function of time over a window.
 *
 * @param segments cover the window without hole; neighbours differ
 * @param gaps the segments without a region, with their causes, cut where agreements begin and end
 */
public record Coverage(List<Segment> segments, List<CoverageGap> gaps) {

  /**
   * How much more than the window is to be given on either side, so that the cause of a gap does
   * not depend on the window that cuts it. A gap longer than this is judged by the part known.
   */
  public static final Duration MARGIN = Duration.ofDays(35);

  /**
   * A maximal interval in which the same regions have a primary on duty.
   *
   * @param regions codes in alphabetical order
   */
  public record Segment(Instant start, Instant end, List<String> regions) {

    Duration length() {
      return Duration.between(start, end);
    }
  }

  /**
   * The coverage of {@code [from, to)}.
   *
   * @param rules the calendar in force, which knows the days off
   * @param shifts those of the window widened by {@link #MARGIN} on either side
   */
  public static Coverage of(RosterRules rules, List<Shift> shifts, Instant from, Instant to) {
    Instant earliest = from.minus(MARGIN);
    Instant latest = to.plus(MARGIN);
    GapCauses causes = new GapCauses(rules, shifts, earliest, latest);
    List<Segment> segments = new ArrayList<>();
    List<CoverageGap> gaps = new ArrayList<>();
    for (Segment whole : segments(shifts, earliest, latest)) {
      if (whole.start().isBefore(to) && from.isBefore(whole.end())) {
        Instant start = whole.start().isBefore(from) ? from : whole.start();
        Instant end = whole.end().isAfter(to) ? to : whole.end();
        segments.add(new Segment(start, end, whole.regions()));
        if (whole.regions().isEmpty()) {
          gaps.add(new CoverageGap(start, end, causes.of(whole.start(), whole.end())));
        }
      }
    }
    return new Coverage(List.copyOf(segments), List.copyOf(gaps));
  }

  /** The coverage of {@code [from, to)} by the rules alone. */
  public static Coverage of(RosterRules rules, Instant from, Instant to) {
    return of(rules, rules.shifts(from.minus(MARGIN), to.plus(MARGIN)), from, to);
  }

  /** The same with its gaps cut where agreements begin and end to count. */
  public Coverage agreeing(Collection<CoverageAgreement> agreements) {
    return new Coverage(segments, CoverageGap.cut(gaps, agreements));
  }

  /** The part of the time without a primary anywhere that a manager has agreed to. */
  public Duration agreed() {
    return CoverageGap.total(gaps.stream().filter(CoverageGap::isAgreed).toList());
  }

  /** The time in which no region has a primary on duty. */
  public Duration gap() {
    return total(0, 0);
  }

  /** The time in which two or more regions have a primary on duty. */
  public Duration overlap() {
    return total(2, Integer.MAX_VALUE);
  }

  private Duration total(int regionsMin, int regionsMax) {
    return segments.stream()
        .filter(s -> s.regions().size() >= regionsMin && s.regions().size() <= regionsMax)
        .map(Segment::length)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static List<Segment> segments(List<Shift> shifts, Instant from, Instant to) {
    List<Shift> byStart =
        shifts.stream()
            .filter(shift -> shift.primary() != null && shift.intersects(from, to))
            .sorted(Comparator.comparing(Shift::start))
            .toList();
    List<Shift> byEnd = byStart.stream().sorted(Comparator.comparing(Shift::end)).toList();
    Presence presence = new Presence(from);
    int ended = 0;
    for (Shift shift : byStart) {
      while (!byEnd.get(ended).end().isAfter(shift.start())) {
        presence.end(byEnd.get(ended++));
      }
      presence.start(shift);
    }
    while (ended < byEnd.size() && byEnd.get(ended).end().isBefore(to)) {
      presence.end(byEnd.get(ended++));
    }
    return presence.until(to);
  }

  /** Who is present, followed through time. */
  private static final class Presence {

    private final List<Segment> segments = new ArrayList<>();
    private final SortedMap<String, Integer> onDuty = new TreeMap<>();
    private Instant segmentStart;
    private List<String> segmentRegions = List.of();

    /** All that is known is what was before this instant, and some of what happens at it. */
    private Instant at;

    private boolean changed;

    Presence(Instant from) {
      this.segmentStart = from;
      this.at = from;
    }

    void start(Shift shift) {
      moveTo(shift.start());
      changed |= onDuty.merge(shift.region(), 1, Integer::sum) == 1;
    }

    void end(Shift shift) {
      moveTo(shift.end());
      changed |= onDuty.merge(shift.region(), -1, (a, b) -> a + b == 0 ? null : a + b) == null;
    }

    List<Segment> until(Instant to) {
      moveTo(to);
      segments.add(new Segment(segmentStart, to, segmentRegions));
      return segments;
    }

    private void moveTo(Instant next) {
      if (next.isAfter(at)) {
        if (changed) {
          cut(List.copyOf(onDuty.keySet()));
        }
        at = next;
      }
    }

    private void cut(List<String> regions) {
      changed = false;
      if (!regions.equals(segmentRegions)) {
        if (segmentStart.isBefore(at)) {
          segments.add(new Segment(segmentStart, at, segmentRegions));
        }
        segmentStart = at;
        segmentRegions = regions;
      }
    }
  }
}
