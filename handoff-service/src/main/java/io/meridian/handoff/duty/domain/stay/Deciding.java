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

  /**
   * The decisions that these possessions lack, in the order in which they count.
   *
   * @param edits when the roster was changed, as far as the engine has not asked again about it.
   *     Whoever is at a later instant already asks before the engine, and settles something by the
   *     answer: it is decided though it changes nothing, so that the engine, which would know
   *     another roster, asks no more.
   */
  public List<Stay> missing(
      Collection<Possession> possessions, Stays known, Collection<Instant> edits) {
    Map<Home, TreeSet<Instant>> due = instants(possessions, edits);
    Instant until =
        possessions.stream().map(Possession::to).max(Instant::compareTo).orElse(Instant.MIN);
    Stays so = known;
    List<Stay> decided = new ArrayList<>();
    for (Map.Entry<Home, TreeSet<Instant>> entry : due.entrySet()) {
      Home home = entry.getKey();
      for (Instant at : entry.getValue()) {
        if (roster.onDuty(home.tam(), at)) {
          continue;
        }
        Optional<Stay> last = so.at(home, at);
        Instant since = null;
        if (!counts(last, at)) {
          since = offDutySince(home, at, due);
        } else if (edits.contains(at) && isAskedAgain(last.orElseThrow(), at, until)) {
          since = at;
        }
        if (since != null) {
          Stay stay = decide(home, since);
          so = so.with(List.of(stay));
          decided.add(stay);
        }
      }
    }
    return decided;
  }

  /** When each home may lack a decision. */
  private Map<Home, TreeSet<Instant>> instants(
      Collection<Possession> possessions, Collection<Instant> edits) {
    Map<Home, TreeSet<Instant>> due = new LinkedHashMap<>();
    for (Possession one : possessions) {
      TreeSet<Instant> instants = due.computeIfAbsent(one.home(), home -> new TreeSet<>());
      instants.add(one.from());
      roster.duties(one.home().tam()).stream()
          .map(Duty::end)
          .filter(end -> end.isAfter(one.from()) && end.isBefore(one.to()))
          .forEach(instants::add);
      edits.stream()
          .filter(edit -> !edit.isBefore(one.from()) && edit.isBefore(one.to()))
          .forEach(instants::add);
      instants.add(one.to());
    }
    return due;
  }

  /** Nobody has asked since the roster was changed, and the answer is another or given ahead. */
  private boolean isAskedAgain(Stay last, Instant edit, Instant until) {
    return last.decidedAt().isBefore(edit)
        && (edit.isBefore(until)
            || !Objects.equals(last.until(), rule.back(last.home(), edit).orElse(null)));
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
