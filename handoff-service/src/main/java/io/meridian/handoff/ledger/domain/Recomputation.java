package io.meridian.handoff.ledger.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Compares the ledger of a span as it is stored with the one that follows from what was told: who
 * is accountable and on hold from the accountability events alone ({@link ToldSpan}), when the
 * escalation was open from escalation-service's events, and every gap and rest from these, what was
 * decided to stay at home, and the history of shifts. No stored interval, hold, gap or rest has a
 * say in what is derived, so a row that was changed, lost or added shows, whatever it says.
 * Handoffs must tell of the same acceptances, and of whom a gap says that they were asked. Pure;
 * changes nothing.
 *
 * <p>The shift change a gap belongs to is not compared: a gap that ended keeps the plan of its
 * time, which an edit of the calendar has replaced since. Rests are written down within the hour:
 * what has ended since the last time may be missing, and may still be said to go on.
 */
public final class Recomputation {
  private final Attendance attendance;
  private final Instant asOf;
  private final Instant kept;

  /**
   * @param attendance by a roster from before the first interval on
   * @param asOf up to which all boundaries are done
   * @param kept up to which all rests are written down
   */
  public Recomputation(Attendance attendance, Instant asOf, Instant kept) {
    this.attendance = attendance;
    this.asOf = asOf;
    this.kept = kept;
  }

  /**
   * A span as stored, each list by start.
   *
   * @param closed null while it is open
   * @param unassigned nobody could be made accountable for want of a calendar
   * @param acceptances handoffs of the span that were accepted, and not annulled since
   * @param asked everybody whom handoffs of the escalation asked, and when
   * @param told what was told of the span
   */
  public record Stored(
      Escalation escalation,
      @Nullable Instant closed,
      boolean unassigned,
      List<Accountability> intervals,
      Parts parts,
      List<Acceptance> acceptances,
      List<Asked> asked,
      ToldSpan told) {}

  /**
   * An accepted handoff moves accountability to a TAM.
   *
   * @param at when it was accepted
   */
  public record Acceptance(UUID handoffId, String tam, Instant at, Instant effectiveFrom) {}

  /** Which of the ledgers differs. */
  public enum Ledger {
    ACCOUNTABILITY,
    HOLDS,
    REGIMES,
    GAPS,
    RESTS
  }

  /**
   * One thing that is not as it should be.
   *
   * @param at the instant at which it begins
   * @param stored what the ledger says; null when it says nothing
   * @param derived what it should say; null when it should say nothing
   */
  public record Difference(
      Ledger ledger, Instant at, @Nullable String stored, @Nullable String derived) {}

  /** Everything that differs, none when the stored ledger is the derived one. */
  public List<Difference> of(Stored span) {
    List<Difference> differences = new ArrayList<>();
    intervals(span, differences);
    if (differences.isEmpty()) {
      if (!span.unassigned()) {
        partition(span, differences);
      }
      moved(span, differences);
    }
    holds(span, differences);
    regimes(span, differences);
    differences.addAll(new DerivedParts(attendance, asOf, kept).of(span));
    return differences;
  }

  /** The intervals are the told ones. */
  private static void intervals(Stored span, List<Difference> differences) {
    Map<Instant, Accountability> left = new TreeMap<>();
    span.intervals().forEach(interval -> left.put(interval.start(), interval));
    for (Accountability told : span.told().intervals()) {
      Accountability stored = left.remove(told.start());
      if (stored == null || !said(stored).equals(said(told))) {
        differences.add(owned(told.start(), stored == null ? null : said(stored), said(told)));
      }
    }
    left.values().forEach(extra -> differences.add(owned(extra.start(), said(extra), null)));
  }

  /** Holds cover what the told ones cover, in whatever pieces. */
  private static void holds(Stored span, List<Difference> differences) {
    Set<Hold> told = Set.copyOf(Holds.merged(span.told().holds()));
    Set<Hold> stored = Set.copyOf(Holds.merged(span.parts().holds()));
    stored.stream()
        .filter(hold -> !told.contains(hold))
        .forEach(h -> differences.add(new Difference(Ledger.HOLDS, h.start(), said(h), null)));
    told.stream()
        .filter(hold -> !stored.contains(hold))
        .forEach(h -> differences.add(new Difference(Ledger.HOLDS, h.start(), null, said(h))));
  }

  /** It travelled, lived at home and rested as was told. */
  private static void regimes(Stored span, List<Difference> differences) {
    List<Regime> told = span.told().regimes();
    List<Regime> stored = span.parts().regimes();
    stored.stream()
        .filter(regime -> !told.contains(regime))
        .forEach(r -> differences.add(new Difference(Ledger.REGIMES, r.since(), said(r), null)));
    told.stream()
        .filter(regime -> !stored.contains(regime))
        .forEach(r -> differences.add(new Difference(Ledger.REGIMES, r.since(), null, said(r))));
  }

  /** What was told covers the escalation's life, from the opening to the close. */
  private static void partition(Stored span, List<Difference> differences) {
    @Nullable Instant at = span.escalation().openedAt();
    for (Accountability interval : span.told().intervals()) {
      if (!interval.start().equals(at)) {
        differences.add(owned(interval.start(), interval.tam() + " from here", "from " + at));
      }
      at = interval.end();
    }
    if (!Objects.equals(at, span.closed())) {
      Instant where = at == null ? span.escalation().openedAt() : at;
      differences.add(owned(where, "until " + at, "until " + span.closed()));
    }
  }

  /** Handoffs and intervals tell of the same acceptances. */
  private static void moved(Stored span, List<Difference> differences) {
    Map<UUID, Acceptance> accepted = new HashMap<>();
    span.acceptances().forEach(a -> accepted.put(a.handoffId(), a));
    for (Accountability interval : span.intervals()) {
      if (interval.handoffId() != null) {
        Acceptance acceptance = accepted.get(interval.handoffId());
        boolean same =
            acceptance != null
                && acceptance.tam().equals(interval.tam())
                && acceptance.effectiveFrom().equals(interval.start());
        if (!same) {
          differences.add(owned(interval.start(), interval.tam(), said(acceptance)));
        }
      }
    }
    for (Acceptance acceptance : span.acceptances()) {
      if (!tookEffect(acceptance, span)) {
        differences.add(owned(acceptance.effectiveFrom(), null, said(acceptance)));
      }
    }
  }

  /**
   * Or was overtaken: accountability passed between the acceptance and its effect, or the
   * escalation closed.
   */
  private static boolean tookEffect(Acceptance acceptance, Stored span) {
    Instant closed = span.closed();
    return closed != null && !acceptance.effectiveFrom().isBefore(closed)
        || span.intervals().stream()
            .filter(interval -> interval.covers(acceptance.effectiveFrom()))
            .anyMatch(interval -> !interval.start().isBefore(acceptance.at()));
  }

  private static Difference owned(Instant at, @Nullable String stored, @Nullable String derived) {
    return new Difference(Ledger.ACCOUNTABILITY, at, stored, derived);
  }

  private static String said(Accountability interval) {
    return "%s in %s as %s by handoff %s until %s"
        .formatted(
            interval.tam(),
            interval.region(),
            interval.basis(),
            interval.handoffId(),
            interval.end());
  }

  private static String said(Regime regime) {
    return "%s in %s, resolved %s".formatted(regime.hours(), regime.home(), regime.resolved());
  }

  private static String said(Hold hold) {
    return hold.tam() + " until " + hold.end();
  }

  private static @Nullable String said(@Nullable Acceptance acceptance) {
    return acceptance == null ? null : acceptance.tam() + " by handoff " + acceptance.handoffId();
  }
}
