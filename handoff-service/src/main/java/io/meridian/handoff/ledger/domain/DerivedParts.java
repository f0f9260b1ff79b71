package io.meridian.handoff.ledger.domain;

import io.meridian.handoff.ledger.domain.Recomputation.Difference;
import io.meridian.handoff.ledger.domain.Recomputation.Ledger;
import io.meridian.handoff.ledger.domain.Recomputation.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The gaps and rests of a span as stored, against those that follow from what was told. */
final class DerivedParts {
  private final Attendance attendance;
  private final Instant asOf;
  private final Instant kept;

  DerivedParts(Attendance attendance, Instant asOf, Instant kept) {
    this.attendance = attendance;
    this.asOf = asOf;
    this.kept = kept;
  }

  List<Difference> of(Stored span) {
    List<Difference> differences = new ArrayList<>();
    ToldSpan told = span.told();
    Instant until = span.parts().known(asOf).plusMillis(1);
    List<Stretch> derived = attendance.of(told.intervals(), told.holds(), told.regimes(), until);
    gaps(span, derived, until, differences);
    rests(span.parts().rests(), Rest.in(derived, until), differences);
    return differences;
  }

  /**
   * One that goes on may have ended since rests were last written down, but not begun otherwise.
   */
  private void rests(List<LedgerRest> stored, List<Rest> derived, List<Difference> differences) {
    Map<Instant, Rest> left = new TreeMap<>();
    stored.forEach(one -> left.put(one.rest().start(), one.rest()));
    for (Rest rest : derived) {
      Rest known = left.remove(rest.start());
      boolean isUnended = known != null && known.end() == null && isSinceKept(rest.end());
      boolean right =
          known == null
              ? isSinceKept(rest.end()) || isSinceKept(rest.start())
              : known.equals(rest) || isUnended && alike(known, rest);
      if (!right) {
        differences.add(new Difference(Ledger.RESTS, rest.start(), said(known), said(rest)));
      }
    }
    left.values()
        .forEach(
            rest -> differences.add(new Difference(Ledger.RESTS, rest.start(), said(rest), null)));
  }

  private boolean isSinceKept(@Nullable Instant at) {
    return at != null && at.isAfter(kept);
  }

  private static boolean alike(Rest a, Rest b) {
    return a.cause() == b.cause() && a.tam().equals(b.tam()) && a.region().equals(b.region());
  }

  private static void gaps(
      Stored span, List<Stretch> derived, Instant until, List<Difference> differences) {
    Map<Instant, Gap> left = byStart(span.parts().gaps().stream().map(LedgerGap::gap).toList());
    for (Gap gap : byStart(Gap.in(derived, until)).values()) {
      Gap stored = left.remove(gap.start());
      if (stored == null || !told(stored).equals(told(gap))) {
        differences.add(new Difference(Ledger.GAPS, gap.start(), said(stored), told(gap)));
      }
    }
    left.values()
        .forEach(gap -> differences.add(new Difference(Ledger.GAPS, gap.start(), told(gap), null)));
    span.parts().gaps().stream()
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
        && a.agreed() == b.agreed()
        && a.tam().equals(b.tam())
        && a.fromRegion().equals(b.fromRegion());
  }

  private static @Nullable String said(@Nullable Rest rest) {
    return rest == null
        ? null
        : "%s of %s in %s until %s".formatted(rest.cause(), rest.tam(), rest.region(), rest.end());
  }

  private static @Nullable String said(@Nullable Gap gap) {
    return gap == null ? null : told(gap);
  }

  private static @Nullable String said(@Nullable Asked asked) {
    return asked == null ? null : asked.tam() + " asked at " + asked.since();
  }

  private static String told(Gap gap) {
    return "%s%s of %s in %s until %s"
        .formatted(
            gap.reason().agreed() ? "agreed " : "",
            gap.reason().cause(),
            gap.reason().tam(),
            gap.reason().fromRegion(),
            gap.end());
  }
}
