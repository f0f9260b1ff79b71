package io.meridian.handoff.calendar.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds everything in a calendar that cannot be meant. */
public final class CalendarFaults {

  private final Calendar calendar;
  private final FaultList faults;

  private CalendarFaults(Calendar calendar) {
    this.calendar = calendar;
    this.faults = new FaultList(calendar);
  }

  /** All faults, in the order of the document; empty when the calendar can be applied. */
  public static List<Fault> of(Calendar calendar) {
    CalendarFaults check = new CalendarFaults(calendar);
    check.regions();
    check.tams();
    check.rotations();
    check.patterns();
    ExceptionFaults.find(calendar, check.faults);
    return check.faults.all();
  }

  private void regions() {
    faults.unique("/regions", "/code", calendar.regions(), Region::code);
    for (int i = 0; i < calendar.regions().size(); i++) {
      Region region = calendar.regions().get(i);
      String pointer = "/regions/" + i + "/lead";
      faults.tam(pointer, region.lead()).ifPresent(lead -> lead(pointer, lead, region));
    }
  }

  private void lead(String pointer, Tam lead, Region region) {
    if (!lead.region().equals(region.code())) {
      faults.add(pointer, "lead-outside-region", "'%s' belongs to %s", lead.id(), lead.region());
    } else if (lead.status() != Tam.Status.ACTIVE) {
      faults.add(pointer, "lead-not-active", "'%s' is %s", lead.id(), lead.status());
    }
  }

  private void tams() {
    faults.unique("/tams", "/id", calendar.tams(), Tam::id);
    for (int i = 0; i < calendar.tams().size(); i++) {
      Tam tam = calendar.tams().get(i);
      faults.region("/tams/" + i + "/region", tam.region());
      faults.unique(
          "/tams/" + i + "/channels", "", tam.channels(), c -> c.kind() + " " + c.address());
    }
  }

  private void rotations() {
    faults.unique("/rotations", "/id", calendar.rotations(), Rotation::id);
    for (int i = 0; i < calendar.rotations().size(); i++) {
      Rotation rotation = calendar.rotations().get(i);
      faults.region("/rotations/" + i + "/region", rotation.region());
      for (int v = 0; v < rotation.versions().size(); v++) {
        Rotation.Version version = rotation.versions().get(v);
        boolean newest = v + 1 == rotation.versions().size();
        String pointer = "/rotations/" + i + (newest ? "" : "/earlier/" + v);
        for (int j = 0; j < version.participants().size(); j++) {
          faults.tam(pointer + "/participants/" + j, version.participants().get(j));
        }
        if (v > 0 && !rotation.versions().get(v - 1).from().isBefore(version.from())) {
          faults.add(
              pointer + "/effectiveFrom", "dates-reversed", "must be after the version before it");
        }
      }
    }
  }

  private void patterns() {
    faults.unique("/shiftPatterns", "/id", calendar.shiftPatterns(), ShiftPattern::id);
    for (int i = 0; i < calendar.shiftPatterns().size(); i++) {
      ShiftPattern pattern = calendar.shiftPatterns().get(i);
      String pointer = "/shiftPatterns/" + i;
      faults.region(pointer + "/region", pattern.region());
      if (pattern.days().isEmpty()) {
        faults.add(pointer + "/days", "empty", "names no day of the week");
      }
      if (pattern.effectiveUntil() != null
          && !pattern.effectiveUntil().isAfter(pattern.effectiveFrom())) {
        faults.add(
            pointer + "/effectiveUntil",
            "dates-reversed",
            "must be after effectiveFrom; it is the first date that is no longer effective");
      }
      rotationsOf(pattern, pointer);
    }
  }

  private void rotationsOf(ShiftPattern pattern, String pointer) {
    Set<Rotation.Tier> taken = new HashSet<>();
    for (int j = 0; j < pattern.rotations().size(); j++) {
      String its = pointer + "/rotations/" + j;
      faults
          .rotation(its, pattern.rotations().get(j), pattern.region())
          .map(Rotation::tier)
          .filter(tier -> tier != Rotation.Tier.SHADOW && !taken.add(tier))
          .ifPresent(
              tier ->
                  faults.add(its, "tier-taken", "another rotation of the pattern is %s too", tier));
    }
    if (pattern.holidayPolicy() instanceof HolidayPolicy.Roster(String rotation)) {
      faults.rotation(pointer + "/holidayPolicy", rotation, pattern.region());
    }
  }
}
