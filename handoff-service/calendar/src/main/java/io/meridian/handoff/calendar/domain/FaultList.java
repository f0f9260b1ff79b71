package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The faults found so far in a calendar, and the checks that all its parts need. */
final class FaultList {

  private final Map<String, Region> regions;
  private final Map<String, Tam> tams;
  private final Map<String, Rotation> rotations;
  private final List<Fault> faults = new ArrayList<>();

  FaultList(Calendar calendar) {
    this.regions = byId(calendar.regions(), Region::code);
    this.tams = byId(calendar.tams(), Tam::id);
    this.rotations = byId(calendar.rotations(), Rotation::id);
  }

  List<Fault> all() {
    return List.copyOf(faults);
  }

  void add(String pointer, String code, String detail, Object... arguments) {
    faults.add(new Fault(pointer, code, detail.formatted(arguments)));
  }

  /** The TAM, if there is one; if not, that is a fault. */
  Optional<Tam> tam(String pointer, String id) {
    return known(pointer, "tam", id, tams);
  }

  void region(String pointer, String code) {
    known(pointer, "region", code, regions);
  }

  /** The rotation, which must be of the region. */
  Optional<Rotation> rotation(String pointer, String id, String region) {
    Optional<Rotation> rotation = known(pointer, "rotation", id, rotations);
    if (rotation.isPresent() && !rotation.get().region().equals(region)) {
      add(pointer, "other-region", "'%s' belongs to %s", id, rotation.get().region());
    }
    return rotation;
  }

  void ordered(String pointer, Instant start, Instant end) {
    if (!start.isBefore(end)) {
      add(pointer + "/end", "dates-reversed", "must be after start");
    }
  }

  <T> void unique(String list, String field, List<T> items, Function<T, String> id) {
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      String value = id.apply(items.get(i));
      Integer before = first.putIfAbsent(value, i);
      if (before != null) {
        add(list + "/" + i + field, "duplicate", "'%s' is %s/%d already", value, list, before);
      }
    }
  }

  private <T> Optional<T> known(String pointer, String what, String id, Map<String, T> all) {
    if (!all.containsKey(id)) {
      add(pointer, "unknown-" + what, "there is no %s '%s' in the document", what, id);
    }
    return Optional.ofNullable(all.get(id));
  }

  private static <T> Map<String, T> byId(List<T> items, Function<T, String> id) {
    return items.stream().collect(Collectors.toMap(id, Function.identity(), (a, b) -> a));
  }
}
