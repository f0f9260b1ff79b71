package io.meridian.handoff.calendar.domain;

/** What a pattern does on a holiday of its region. */
public sealed interface HolidayPolicy {

  /** The shift takes place as on any day. */
  record Worked() implements HolidayPolicy {}

  /** There is no shift. */
  record Off() implements HolidayPolicy {}

  /** The shift is staffed from another rotation, which stands in for the one of its tier. */
  record Roster(String rotation) implements HolidayPolicy {}
}
