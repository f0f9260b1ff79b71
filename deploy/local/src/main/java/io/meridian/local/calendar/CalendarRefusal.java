package io.meridian.local.calendar;

import java.util.List;

/** A file that is refused, place by place. */
public final class CalendarRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> lines;

  CalendarRefusal(List<String> lines) {
    super(lines.getFirst());
    this.lines = List.copyOf(lines);
  }

  /** One for each place. */
  public List<String> lines() {
    return lines;
  }
}
