package io.meridian.handoff.calendar.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of time {@code [start, end)}, never empty. */
public record Interval(Instant start, Instant end) {

  public Interval {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("interval starts at " + start + ", ends " + end);
    }
  }

  public Duration length() {
    return Duration.between(start, end);
  }

  /** Whether the instant lies in it. */
  public boolean covers(Instant at) {
    return !at.isBefore(start) && at.isBefore(end);
  }

  /** Whether it and {@code [from, to)} share an instant. */
  public boolean intersects(Instant from, Instant to) {
    return start.isBefore(to) && from.isBefore(end);
  }

  /** The parts of it that none of the others covers, in order of time. */
  public List<Interval> without(List<Interval> others) {
    List<Interval> rest = new ArrayList<>();
    Instant at = start;
    for (Interval other : others.stream().sorted(Comparator.comparing(Interval::start)).toList()) {
      if (other.intersects(at, end)) {
        if (at.isBefore(other.start())) {
          rest.add(new Interval(at, other.start()));
        }
        at = other.end();
      }
    }
    if (at.isBefore(end)) {
      rest.add(new Interval(at, end));
    }
    return rest;
  }
}
