package io.meridian.handoff.calendar.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How good a roster is, from 0 to 100: 100 less what each deduction takes.
 *
 * @param deductions those that take something, in the order of {@link Kind}
 * @param load the duty of everybody who takes turns, by region and id
 * @param agreedUncovered the time without a primary anywhere that a manager has agreed to, which
 *     takes nothing
 */
public record CoverageQuality(
    int score, List<Deduction> deductions, List<Load> load, Duration agreedUncovered) {

  private static final int PERFECT = 100;

  /** What points are taken for, and how many at most. */
  public enum Kind {
    /**
     * Time without a primary anywhere that nobody has agreed to: a point for each started
     * thousandth of the window.
     */
    GAPS(50),
    /** Shifts that nobody holds: a point for each started hundredth of all shift time. */
    EMPTY_SHIFTS(20),
    /** Duty shared unequally inside a region: half a point for each hundredth of its Gini index. */
    FAIRNESS(20),
    /** TAMs with too little rest between duties. */
    REST(5),
    /** TAMs with too much duty in a week. */
    WEEK(5);

    private final int pointsMax;

    Kind(int pointsMax) {
      this.pointsMax = pointsMax;
    }

    private Deduction deduction(double points, String detail) {
      return new Deduction(this, (int) Math.min(pointsMax, Math.ceil(points)), detail);
    }
  }

  /**
   * Points taken.
   *
   * @param detail why, as a sentence for people
   */
  public record Deduction(Kind kind, int points, String detail) {}

  /** The time that a TAM is primary or secondary in the window. */
  public record Load(String tam, String region, Duration duty) {}

  /**
   * The quality of the roster over {@code [from, to)}.
   *
   * @param coverage its gaps cut where agreements begin and end
   */
  public static CoverageQuality of(
      Calendar calendar,
      List<Shift> shifts,
      Coverage coverage,
      List<RosterWarning> warnings,
      Instant from,
      Instant to,
      DutyLimits limits) {
    List<Load> load = load(calendar, Workload.of(shifts, from, to));
    List<Deduction> all = new ArrayList<>();
    all.add(gaps(coverage, Duration.between(from, to), limits.tolerance()));
    all.add(emptyShifts(Shifts.cut(shifts, from, to)));
    all.add(fairness(calendar, load));
    all.add(people(Kind.REST, RosterWarning.Kind.SHORT_REST, warnings, "rest too little"));
    all.add(people(Kind.WEEK, RosterWarning.Kind.LONG_WEEK, warnings, "have too long weeks"));
    List<Deduction> taken = all.stream().filter(deduction -> deduction.points() > 0).toList();
    int points = taken.stream().mapToInt(Deduction::points).sum();
    return new CoverageQuality(PERFECT - points, taken, load, coverage.agreed());
  }

  private static List<Load> load(Calendar calendar, Workload workload) {
    Set<String> takesTurns =
        calendar.rotations().stream()
            .filter(rotation -> rotation.tier() != Rotation.Tier.SHADOW)
            .flatMap(rotation -> rotation.newest().participants().stream())
            .collect(Collectors.toSet());
    return calendar.tams().stream()
        .filter(tam -> tam.status() == Tam.Status.ACTIVE && takesTurns.contains(tam.id()))
        .map(tam -> new Load(tam.id(), tam.region(), workload.total(tam.id())))
        .sorted((a, b) -> (a.region() + ' ' + a.tam()).compareTo(b.region() + ' ' + b.tam()))
        .toList();
  }

  private static Deduction gaps(Coverage coverage, Duration window, Duration tolerance) {
    Duration gap =
        CoverageGap.total(
            coverage.gaps().stream()
                .filter(found -> !found.isAgreed() && found.isAtLeast(tolerance))
                .toList());
    Duration agreed = coverage.agreed();
    double share = (double) gap.toMillis() / window.toMillis();
    return Kind.GAPS.deduction(
        share * 1000,
        "no primary is on duty for %s of %s (%s)%s"
            .formatted(
                Words.hours(gap),
                Words.hours(window),
                Words.percent(share),
                agreed.isZero() ? "" : "; " + Words.hours(agreed) + " more are agreed to"));
  }

  private static Deduction emptyShifts(List<Shift> shifts) {
    Duration all = Duration.ZERO;
    Duration empty = Duration.ZERO;
    for (Shift shift : shifts) {
      Duration length = Duration.between(shift.start(), shift.end());
      all = all.plus(length);
      empty = shift.primary() == null ? empty.plus(length) : empty;
    }
    double share = all.isZero() ? 0 : (double) empty.toMillis() / all.toMillis();
    return Kind.EMPTY_SHIFTS.deduction(
        share * 100,
        "shifts have no primary for %s of %s (%s)"
            .formatted(Words.hours(empty), Words.hours(all), Words.percent(share)));
  }

  /** The mean over the regions; the sentence is about the least fair one. */
  private static Deduction fairness(Calendar calendar, List<Load> load) {
    double sum = 0;
    double worst = 0;
    String detail = "";
    for (Region region : calendar.regions()) {
      List<Load> its =
          load.stream()
              .filter(l -> l.region().equals(region.code()))
              .sorted((a, b) -> a.duty().compareTo(b.duty()))
              .toList();
      double gini = gini(its);
      sum += gini;
      if (gini > worst) {
        worst = gini;
        detail =
            "in %s %s has %s of duty and %s %s (Gini index %.2f)"
                .formatted(
                    region.code(),
                    its.getFirst().tam(),
                    Words.hours(its.getFirst().duty()),
                    its.getLast().tam(),
                    Words.hours(its.getLast().duty()),
                    gini);
      }
    }
    int regions = Math.max(1, calendar.regions().size());
    return Kind.FAIRNESS.deduction(Math.floor(50 * sum / regions), detail);
  }

  /** 0 when all have the same, towards 1 when one has all. */
  private static double gini(List<Load> byDuty) {
    double weighted = 0;
    double total = 0;
    for (int i = 0; i < byDuty.size(); i++) {
      long duty = byDuty.get(i).duty().toMillis();
      weighted += (2.0 * (i + 1) - byDuty.size() - 1) * duty;
      total += duty;
    }
    return total == 0 ? 0 : weighted / (byDuty.size() * total);
  }

  private static Deduction people(
      Kind kind, RosterWarning.Kind about, List<RosterWarning> warnings, String what) {
    List<RosterWarning> its = warnings.stream().filter(w -> w.kind() == about).toList();
    int times = its.stream().mapToInt(RosterWarning::count).sum();
    return kind.deduction(
        its.size(), "%d TAMs %s, %d times in all".formatted(its.size(), what, times));
  }
}
