package io.meridian.handoff.calendar.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what cannot be meant in the exceptions to the rosters: overrides, leave, holidays. */
final class ExceptionFaults {

  private final Calendar calendar;
  private final FaultList faults;

  /** Region and id of everybody who takes turns in a tier that is on duty. */
  private final Set<String> dutyTurns = new HashSet<>();

  private final Map<String, List<ShiftOverride>> earlier = new HashMap<>();

  private ExceptionFaults(Calendar calendar, FaultList faults) {
    this.calendar = calendar;
    this.faults = faults;
    calendar.rotations().stream()
        .filter(rotation -> rotation.tier() != Rotation.Tier.SHADOW)
        .forEach(
            rotation ->
                rotation.versions().stream()
                    .flatMap(version -> version.participants().stream())
                    .forEach(tam -> dutyTurns.add(rotation.region() + ' ' + tam)));
  }

  static void find(Calendar calendar, FaultList faults) {
    ExceptionFaults check = new ExceptionFaults(calendar, faults);
    check.overrides();
    check.leaves();
    check.holidays();
  }

  private void overrides() {
    faults.unique("/overrides", "/id", calendar.overrides(), ShiftOverride::id);
    for (int i = 0; i < calendar.overrides().size(); i++) {
      ShiftOverride override = calendar.overrides().get(i);
      String pointer = "/overrides/" + i;
      faults.region(pointer + "/region", override.region());
      faults.ordered(pointer, override.start(), override.end());
      people(pointer, override);
      override.touches().forEach(tam -> conflict(pointer, override, tam));
    }
  }

  private void people(String pointer, ShiftOverride override) {
    switch (override.change()) {
      case ShiftOverride.Change.Replace(String tam, String by) -> {
        faults.tam(pointer + "/replace", tam);
        if (tam.equals(by)) {
          faults.add(pointer + "/by", "replaces-itself", "must be another TAM than replace");
        } else if (dutyTurns.contains(override.region() + ' ' + tam)) {
          mayBeOnDuty(pointer + "/by", by);
        } else {
          faults.tam(pointer + "/by", by);
        }
      }
      case ShiftOverride.Change.Add(String tam) -> mayBeOnDuty(pointer + "/add", tam);
      case ShiftOverride.Change.Remove(String tam) -> faults.tam(pointer + "/remove", tam);
    }
  }

  private void mayBeOnDuty(String pointer, String tam) {
    faults
        .tam(pointer, tam)
        .filter(known -> known.status() == Tam.Status.ONBOARDING)
        .ifPresent(
            known ->
                faults.add(
                    pointer, "onboarding", "'%s' is ONBOARDING and may only shadow", known.id()));
  }

  private void conflict(String pointer, ShiftOverride override, String tam) {
    List<ShiftOverride> others =
        earlier.computeIfAbsent(override.region() + ' ' + tam, key -> new ArrayList<>());
    others.stream()
        .filter(o -> o.start().isBefore(override.end()) && override.start().isBefore(o.end()))
        .findFirst()
        .ifPresent(
            first ->
                faults.add(
                    pointer,
                    "override-conflict",
                    "touches '%s' at the same time as override '%s'",
                    tam,
                    first.id()));
    others.add(override);
  }

  private void leaves() {
    faults.unique("/leaves", "/id", calendar.leaves(), Leave::id);
    for (int i = 0; i < calendar.leaves().size(); i++) {
      Leave leave = calendar.leaves().get(i);
      faults.tam("/leaves/" + i + "/tam", leave.tam());
      faults.ordered("/leaves/" + i, leave.start(), leave.end());
    }
  }

  private void holidays() {
    faults.unique(
        "/holidays",
        "/date",
        calendar.holidays(),
        h -> (h.calendar() == null ? "region " + h.region() : h.calendar()) + " " + h.date());
    for (int i = 0; i < calendar.holidays().size(); i++) {
      Holiday holiday = calendar.holidays().get(i);
      if (holiday.region() != null) {
        faults.region("/holidays/" + i + "/region", holiday.region());
      }
    }
  }
}
