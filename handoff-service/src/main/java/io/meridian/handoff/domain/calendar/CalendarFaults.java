package io.meridian.handoff.domain.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds everything in a calendar that cannot be meant. */
public final class CalendarFaults {

  private final Calendar calendar;
  private final Set<String> regions;
  private final Map<String, Tam> tams;
  private final Map<String, Rotation> rotations;
  private final List<Fault> faults = new ArrayList<>();

  private CalendarFaults(Calendar calendar) {
    this.calendar = calendar;
    this.regions = calendar.regions().stream().map(Region::code).collect(Collectors.toSet());
    this.tams = byId(calendar.tams(), Tam::id);
    this.rotations = byId(calendar.rotations(), Rotation::id);
  }

  /** All faults, in the order of the document; empty when the calendar can be applied. */
  public static List<Fault> of(Calendar calendar) {
    CalendarFaults check = new CalendarFaults(calendar);
    check.regionsAndTams();
    check.rotations();
    check.patterns();
    check.overrides();
    check.leaves();
    check.unique("/holidays", "", calendar.holidays(), h -> h.calendar() + " " + h.date());
    return List.copyOf(check.faults);
  }

  private void regionsAndTams() {
    unique("/regions", "/code", calendar.regions(), Region::code);
    for (int i = 0; i < calendar.regions().size(); i++) {
      Region region = calendar.regions().get(i);
      String pointer = "/regions/" + i + "/lead";
      Tam lead = tams.get(region.lead());
      if (lead == null) {
        unknown(pointer, "tam", region.lead());
      } else if (!lead.region().equals(region.code())) {
        fault(pointer, "lead-outside-region", "'%s' belongs to %s", lead.id(), lead.region());
      }
    }
    unique("/tams", "/id", calendar.tams(), Tam::id);
    for (int i = 0; i < calendar.tams().size(); i++) {
      knownRegion("/tams/" + i, calendar.tams().get(i).region());
    }
  }

  private void rotations() {
    unique("/rotations", "/id", calendar.rotations(), Rotation::id);
    for (int i = 0; i < calendar.rotations().size(); i++) {
      Rotation rotation = calendar.rotations().get(i);
      knownRegion("/rotations/" + i, rotation.region());
      for (int j = 0; j < rotation.participants().size(); j++) {
        knownTam("/rotations/" + i + "/participants/" + j, rotation.participants().get(j));
      }
    }
  }

  private void patterns() {
    unique("/shiftPatterns", "/id", calendar.shiftPatterns(), ShiftPattern::id);
    for (int i = 0; i < calendar.shiftPatterns().size(); i++) {
      ShiftPattern pattern = calendar.shiftPatterns().get(i);
      String pointer = "/shiftPatterns/" + i;
      knownRegion(pointer, pattern.region());
      if (pattern.days().isEmpty()) {
        fault(pointer + "/days", "empty", "names no day of the week");
      }
      if (pattern.end().equals(pattern.start())) {
        fault(pointer + "/end", "end-equals-start", "must differ from start");
      }
      if (pattern.effectiveUntil() != null
          && !pattern.effectiveUntil().isAfter(pattern.effectiveFrom())) {
        fault(
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
      String id = pattern.rotations().get(j);
      String its = pointer + "/rotations/" + j;
      knownRotation(its, id, pattern.region());
      Rotation rotation = rotations.get(id);
      if (rotation != null
          && rotation.tier() != Rotation.Tier.SHADOW
          && !taken.add(rotation.tier())) {
        fault(its, "tier-taken", "another rotation of the pattern is %s too", rotation.tier());
      }
    }
    if (pattern.holidayPolicy() instanceof HolidayPolicy.Roster(String rotation)) {
      knownRotation(pointer + "/holidayPolicy", rotation, pattern.region());
    }
  }

  private void overrides() {
    unique("/overrides", "/id", calendar.overrides(), ShiftOverride::id);
    Map<String, List<ShiftOverride>> earlier = new HashMap<>();
    for (int i = 0; i < calendar.overrides().size(); i++) {
      ShiftOverride override = calendar.overrides().get(i);
      String pointer = "/overrides/" + i;
      knownRegion(pointer, override.region());
      ordered(pointer, override.start(), override.end());
      if (override.change() instanceof ShiftOverride.Change.Replace(String tam, String by)
          && tam.equals(by)) {
        fault(pointer + "/by", "replaces-itself", "must be another TAM than replace");
      }
      for (String tam : override.touches()) {
        knownTam(pointer, tam);
        List<ShiftOverride> others =
            earlier.computeIfAbsent(override.region() + ' ' + tam, key -> new ArrayList<>());
        others.stream()
            .filter(o -> o.start().isBefore(override.end()) && override.start().isBefore(o.end()))
            .findFirst()
            .ifPresent(
                first ->
                    fault(
                        pointer,
                        "override-conflict",
                        "touches '%s' at the same time as override '%s'",
                        tam,
                        first.id()));
        others.add(override);
      }
    }
  }

  private void leaves() {
    unique("/leaves", "/id", calendar.leaves(), Leave::id);
    for (int i = 0; i < calendar.leaves().size(); i++) {
      Leave leave = calendar.leaves().get(i);
      knownTam("/leaves/" + i + "/tam", leave.tam());
      ordered("/leaves/" + i, leave.start(), leave.end());
    }
  }

  private void ordered(String pointer, Instant start, Instant end) {
    if (!start.isBefore(end)) {
      fault(pointer + "/end", "dates-reversed", "must be after start");
    }
  }

  private void knownRegion(String pointer, String region) {
    if (!regions.contains(region)) {
      unknown(pointer + "/region", "region", region);
    }
  }

  private void knownTam(String pointer, String tam) {
    if (!tams.containsKey(tam)) {
      unknown(pointer, "tam", tam);
    }
  }

  private void knownRotation(String pointer, String id, String region) {
    Rotation rotation = rotations.get(id);
    if (rotation == null) {
      unknown(pointer, "rotation", id);
    } else if (!rotation.region().equals(region)) {
      fault(pointer, "other-region", "'%s' belongs to %s", id, rotation.region());
    }
  }

  private void unknown(String pointer, String what, String id) {
    fault(pointer, "unknown-" + what, "there is no %s '%s' in the document", what, id);
  }

  private <T> void unique(String list, String field, List<T> items, Function<T, String> id) {
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      String value = id.apply(items.get(i));
      Integer before = first.putIfAbsent(value, i);
      if (before != null) {
        fault(list + "/" + i + field, "duplicate", "'%s' is %s/%d already", value, list, before);
      }
    }
  }

  private void fault(String pointer, String code, String detail, Object... arguments) {
    faults.add(new Fault(pointer, code, detail.formatted(arguments)));
  }

  private static <T> Map<String, T> byId(List<T> items, Function<T, String> id) {
    return items.stream().collect(Collectors.toMap(id, Function.identity(), (a, b) -> a));
  }
}
