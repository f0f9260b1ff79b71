package io.meridian.handoff.calendar.domain;

import java.util.List;

/** The whole configuration of regions and rosters: the rules from which shifts are computed. */
public record Calendar(
    List<Region> regions,
    List<Tam> tams,
    List<Rotation> rotations,
    List<ShiftPattern> shiftPatterns,
    List<ShiftOverride> overrides,
    List<Leave> leaves,
    List<Holiday> holidays) {

  /** A calendar without any rule: no shift at any time. */
  public static final Calendar EMPTY =
      new Calendar(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Calendar {
    regions = List.copyOf(regions);
    tams = List.copyOf(tams);
    rotations = List.copyOf(rotations);
    shiftPatterns = List.copyOf(shiftPatterns);
    overrides = List.copyOf(overrides);
    leaves = List.copyOf(leaves);
    holidays = List.copyOf(holidays);
  }

  /** The calendar with other rotations. */
  Calendar withRotations(List<Rotation> others) {
    return new Calendar(regions, tams, others, shiftPatterns, overrides, leaves, holidays);
  }

  /** The calendar with other holidays. */
  public Calendar withHolidays(List<Holiday> others) {
    return new Calendar(regions, tams, rotations, shiftPatterns, overrides, leaves, others);
  }

  /** The same with other overrides. */
  public Calendar withOverrides(List<ShiftOverride> others) {
    return new Calendar(regions, tams, rotations, shiftPatterns, others, leaves, holidays);
  }
}
