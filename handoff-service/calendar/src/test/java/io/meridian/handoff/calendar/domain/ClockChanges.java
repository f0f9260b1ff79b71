package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Every clock change of every zone of the time-zone database from 1970 to 2040. */
record ClockChanges(ZoneId zone, List<ZoneOffsetTransition> transitions) {

  private static final Instant FROM = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2041-01-01T00:00:00Z");

  static final List<ClockChanges> ALL =
      ZoneRulesProvider.getAvailableZoneIds().stream()
          .sorted()
          .map(ZoneId::of)
          .map(ClockChanges::of)
          .filter(changes -> !changes.transitions().isEmpty())
          .toList();

  private static ClockChanges of(ZoneId zone) {
    List<ZoneOffsetTransition> found = new ArrayList<>();
    ZoneRules rules = zone.getRules();
    ZoneOffsetTransition next = rules.nextTransition(FROM);
    while (next != null && next.getInstant().isBefore(TO)) {
      found.add(next);
      next = rules.nextTransition(next.getInstant());
    }
    return new ClockChanges(zone, found);
  }

  static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** Some zone, and one of its clock changes. */
  static ClockChanges any(RandomGenerator random) {
    ClockChanges changes = ALL.get(random.nextInt(ALL.size()));
    List<ZoneOffsetTransition> all = changes.transitions();
    return new ClockChanges(changes.zone(), List.of(all.get(random.nextInt(all.size()))));
  }

  ZoneOffsetTransition only() {
    return transitions.getFirst();
  }
}
