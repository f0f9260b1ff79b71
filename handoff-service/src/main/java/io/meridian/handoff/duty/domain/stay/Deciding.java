package io.meridian.handoff.duty.domain.stay;

import io.meridian.handoff.duty.domain.Duty;
import io.meridian.handoff.duty.domain.Roster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds what is still to be decided about homes: once when somebody goes off duty, or gets what
 * they have there while off duty, and again when the roster changed. Pure.
 */
public final class Deciding {
  private final Roster roster;
  private final StayRule rule;
  private final Instant now;

  /**
   * @param now when it is decided
   */
  public Deciding(Roster roster, StayRule rule, Instant now) {
    this.roster = roster;
    this.rule = rule;
    this.now = now;
  }

  /** The decisions that these possessions lack, in the order in which they count. */
  public List<Stay> missing(Collection<Possession> possessions, Stays known) {
    Map<Home, TreeSet<Instant>> due = new LinkedHashMap<>();
    for (Possession one : possessions) {
      TreeSet<Instant> instants = due.computeIfAbsent(one.home(), home -> new TreeSet<>());
      instants.add(one.from());
      roster.duties(one.home().tam()).stream()
          .map(Duty::end)
          .filter(end -> end.isAfter(one.from()) && end.isBefore(one.to()))
          .forEach(instants::add);
      instants.add(one.to());
    }
    Stays so = known;
    List<Stay> decided = new ArrayList<>();
    for (Map.Entry<Home, TreeSet<Instant>> entry : due.entrySet()) {
      for (Instant at : entry.getValue()) {
        if (!roster.onDuty(entry.getKey().tam(), at) && !counts(so.at(entry.getKey(), at), at)) {
          Stay stay = decide(entry.getKey(), offDutySince(entry.getKey(), at, due));
          so = so.with(List.of(stay));
          decided.add(stay);
        }
      }
    }
    return decided;
  }

  /** The decisions that another roster makes other than they were, as of an instant. */
  public List<Stay> changed(Collection<Home> homes, Stays known, Instant at) {
    List<Stay> decided = new ArrayList<>();
    for (Home home : homes) {
      Optional<Stay> before = known.at(home, at);
      if (!roster.onDuty(home.tam(), at)
          && before.isPresent()
          && !Objects.equals(before.get().until(), rule.back(home, at).orElse(null))) {
        decided.add(decide(home, at));
      }
    }
    return decided;
  }

  /**
   * The end of their last duty when they have had it since before then, else the instant itself.
   */
  private Instant offDutySince(Home home, Instant at, Map<Home, TreeSet<Instant>> due) {
    Instant first = Objects.requireNonNull(due.get(home)).first();
    return roster
        .lastDutyBefore(home.tam(), at)
        .map(Duty::end)
        .filter(end -> !end.isBefore(first))
        .orElse(at);
  }

  private Stay decide(Home home, Instant since) {
    return new Stay(home, since, rule.back(home, since).orElse(null), 0, now);
  }

  /** It was made since they last were on duty, and they are not back yet. */
  private boolean counts(Optional<Stay> last, Instant at) {
    return last.isPresent()
        && (last.get().until() == null || last.get().until().isAfter(at))
        && roster
            .lastDutyBefore(last.get().home().tam(), at)
            .filter(duty -> duty.end().isAfter(last.get().since()))
            .isEmpty();
  }
}
