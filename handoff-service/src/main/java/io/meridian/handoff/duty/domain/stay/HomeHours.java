package io.meridian.handoff.duty.domain.stay;

import io.meridian.handoff.duty.domain.Roster;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** When what somebody has at home rests, as far as holds do not say otherwise. Pure. */
public final class HomeHours {
  private final Roster roster;
  private final StayRule rule;
  private final Stays stays;

  /**
   * @param stays what was decided from the first instant asked about on
   */
  public HomeHours(Roster roster, Duration patience, Stays stays) {
    this.roster = roster;
    this.rule = new StayRule(roster, patience);
    this.stays = stays;
  }

  /** The homes in which anything began or ceased to rest during {@code (from, to]}. */
  public Set<Home> changed(Collection<Home> homes, Instant from, Instant to) {
    return homes.stream().filter(home -> changes(home, from, to)).collect(Collectors.toSet());
  }

  private boolean changes(Home home, Instant from, Instant to) {
    TreeSet<Instant> cuts = new TreeSet<>(roster.boundaries().subSet(from, false, to, true));
    Optional<Instant> edge = stays.edgeAfter(home, from);
    while (edge.isPresent() && !edge.get().isAfter(to)) {
      cuts.add(edge.get());
      edge = stays.edgeAfter(home, edge.get());
    }
    boolean first = rests(home, from);
    return cuts.stream()
        .map(at -> rests(home, at))
        .anyMatch(rests -> !Objects.equals(rests, first));
  }

  private boolean rests(Home home, Instant at) {
    return !roster.onDuty(home.tam(), at)
        && (stays.keeps(home, at) || !rule.othersAreThere(home, at));
  }
}
