package io.meridian.handoff.duty.domain.stay;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The decisions about some homes, in order of time. Immutable. */
public final class Stays {

  /** Nothing was decided. */
  public static final Stays NONE = new Stays(Map.of());

  private final Map<Home, NavigableMap<Instant, Stay>> all;

  private Stays(Map<Home, NavigableMap<Instant, Stay>> all) {
    this.all = all;
  }

  /** These decisions. */
  public static Stays of(Collection<Stay> decided) {
    return NONE.with(decided);
  }

  /** These and further ones; of two as of one instant the further one counts. */
  public Stays with(Collection<Stay> decided) {
    if (decided.isEmpty()) {
      return this;
    }
    Map<Home, NavigableMap<Instant, Stay>> both = new HashMap<>();
    all.forEach((home, own) -> both.put(home, new TreeMap<>(own)));
    decided.forEach(
        stay -> both.computeIfAbsent(stay.home(), home -> new TreeMap<>()).put(stay.since(), stay));
    return new Stays(both);
  }

  /** Every decision. */
  public List<Stay> all() {
    return all.values().stream().flatMap(own -> own.values().stream()).toList();
  }

  /** What counts at the instant. */
  public Optional<Stay> at(Home home, Instant at) {
    return Optional.ofNullable(of(home).floorEntry(at)).map(Map.Entry::getValue);
  }

  /** Whether what they have there stays theirs at the instant. */
  public boolean keeps(Home home, Instant at) {
    return at(home, at).filter(stay -> stay.keeps(at)).isPresent();
  }

  /** The first instant after that one at which another decision counts, or one is over. */
  public Optional<Instant> edgeAfter(Home home, Instant at) {
    NavigableSet<Instant> edges = new TreeSet<>();
    for (Stay stay : of(home).values()) {
      edges.add(stay.since());
      if (stay.until() != null) {
        edges.add(stay.until());
      }
    }
    return Optional.ofNullable(edges.higher(at));
  }

  private NavigableMap<Instant, Stay> of(Home home) {
    return all.getOrDefault(home, Collections.emptyNavigableMap());
  }
}
