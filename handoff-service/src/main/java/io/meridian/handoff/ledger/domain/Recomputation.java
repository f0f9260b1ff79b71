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
 * escalation was open from escalation-service's events, and every gap from these and the history of
 * shifts. No stored interval, hold or gap has a say in what is derived, so a row that was changed,
 * lost or added shows, whatever it says. Handoffs must tell of the same acceptances, and of whom a
 * gap says that they were asked. Pure; changes nothing.
 *
 * <p>The shift change a gap belongs to is not compared: a gap that ended keeps the plan of its
 * time, which an edit of the calendar has replaced since.
 */
public final class Recomputation {
  private final Attendance attendance;
  private final Instant asOf;

  /**
   * @param attendance by a roster from before the first interval on
   * @param asOf up to which all boundaries are done
   */
  public Recomputation(Attendance attendance, Instant asOf) {
    this.attendance = attendance;
    this.asOf = asOf;
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
      List<Hold> holds,
      List<LedgerGap> gaps,
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
    GAPS
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
    gaps(span, differences);
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
    Set<Hold> stored = Set.copyOf(Holds.merged(span.holds()));
    stored.stream()
        .filter(hold -> !told.contains(hold))
        .forEach(h -> differences.add(new Difference(Ledger.HOLDS, h.start(), said(h), null)));
    told.stream()
        .filter(hold -> !stored.contains(hold))
        .forEach(h -> differences.add(new Difference(Ledger.HOLDS, h.start(), null, said(h))));
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

  private void gaps(Stored span, List<Difference> differences) {
    Instant settled = asOf;
    for (LedgerGap gap : span.gaps()) {
      Instant end = gap.gap().end();
      Instant known = end == null ? gap.gap().start() : end;
      settled = known.isAfter(settled) ? known : settled;
    }
    Instant until = settled.plusMillis(1);
    List<Stretch> derived = attendance.of(span.told().intervals(), span.told().holds(), until);
    Map<Instant, Gap> left = byStart(span.gaps().stream().map(LedgerGap::gap).toList());
    for (Gap gap : byStart(Gap.in(derived, until)).values()) {
      Gap stored = left.remove(gap.start());
      if (stored == null || !told(stored).equals(told(gap))) {
        differences.add(new Difference(Ledger.GAPS, gap.start(), said(stored), told(gap)));
      }
    }
    left.values()
        .forEach(gap -> differences.add(new Difference(Ledger.GAPS, gap.start(), told(gap), null)));
    span.gaps().stream()
        .filter(gap -> gap.asked() != null && !span.asked().contains(gap.asked()))
        .map(gap -> new Difference(Ledger.GAPS, gap.gap().start(), said(gap.asked()), null))
        .forEach(differences::add);
  }

  /** Gaps in order; those that touch and differ in nothing but their shift change are one. */
  private static Map<Instant, Gap> byStart(List<Gap> gaps) {
    TreeMap<Instant, Gap> all = new TreeMap<>();
    @Nullable Gap last = null;
    for (Gap gap : gaps) {
      boolean goesOn =
          last != null && gap.start().equals(last.end()) && alike(last.reason(), gap.reason());
      last = last == null || !goesOn ? gap : new Gap(last.start(), gap.end(), last.reason());
      all.put(last.start(), last);
    }
    return all;
  }

  private static boolean alike(GapReason a, GapReason b) {
    return a.cause() == b.cause()
        && a.tam().equals(b.tam())
        && a.fromRegion().equals(b.fromRegion());
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

  private static String said(Hold hold) {
    return hold.tam() + " until " + hold.end();
  }

  private static @Nullable String said(@Nullable Acceptance acceptance) {
    return acceptance == null ? null : acceptance.tam() + " by handoff " + acceptance.handoffId();
  }

  private static @Nullable String said(@Nullable Gap gap) {
    return gap == null ? null : told(gap);
  }

  private static @Nullable String said(@Nullable Asked asked) {
    return asked == null ? null : asked.tam() + " asked at " + asked.since();
  }

  private static String told(Gap gap) {
    return "%s of %s in %s until %s"
        .formatted(gap.reason().cause(), gap.reason().tam(), gap.reason().fromRegion(), gap.end());
  }
}
