package io.meridian.handoff.domain.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * In which regions a primary is on duty, as a function of time over a window.
 *
 * @param segments cover the window without hole; neighbours differ
 * @param gaps the segments without a region, with their causes
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
    List<Edge> edges = new ArrayList<>();
    for (Shift shift : shifts) {
      if (shift.primary() != null && shift.intersects(from, to)) {
        edges.add(new Edge(shift.start().isBefore(from) ? from : shift.start(), shift, 1));
        edges.add(new Edge(shift.end(), shift, -1));
      }
    }
    edges.sort(Comparator.comparing(Edge::at));
    SortedMap<String, Integer> onDuty = new TreeMap<>();
    List<Segment> segments = new ArrayList<>();
    Instant start = from;
    List<String> regions = List.of();
    boolean changed = false;
    for (int i = 0; i < edges.size() && edges.get(i).at().isBefore(to); i++) {
      Edge edge = edges.get(i);
      int before = onDuty.size();
      onDuty.merge(edge.shift().region(), edge.change(), (a, b) -> a + b == 0 ? null : a + b);
      changed |= onDuty.size() != before;
      boolean last = i + 1 == edges.size() || edge.at().isBefore(edges.get(i + 1).at());
      List<String> now = last && changed ? List.copyOf(onDuty.keySet()) : regions;
      if (!now.equals(regions)) {
        if (start.isBefore(edge.at())) {
          segments.add(new Segment(start, edge.at(), regions));
        }
        start = edge.at();
        regions = now;
      }
      changed &= !last;
    }
    segments.add(new Segment(start, to, regions));
    return segments;
  }

  private record Edge(Instant at, Shift shift, int change) {}
}
