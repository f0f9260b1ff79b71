package io.meridian.testkit.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All that must be true of a history, as one pure function. */
public final class HistoryChecker {
  private HistoryChecker() {}

  /**
   * What the history violates, as sentences that begin with the invariant's name; none means that
   * all hold.
   *
   * @param log complete up to {@code now}: nothing is on its way or due
   * @param now what is open ends here
   * @param crossedUntil ends of duty before this instant must have had handoffs
   */
  public static List<String> check(EventLog log, Instant now, Instant crossedUntil) {
    HistoryChecks checks = new HistoryChecks(log, now);
    EffectChecks effects = new EffectChecks(log);
    CompletenessCheck completeness = new CompletenessCheck(log, checks.latestHandoffs());
    List<String> violations = new ArrayList<>();
    add(violations, "I2 ownership", checks.ownership());
    add(violations, "I3 acceptance", checks.acceptance());
    add(violations, "I3 effect", effects.acceptancesTakeEffect());
    add(violations, "I4 completeness", completeness.violations(checks.ledgers(), crossedUntil));
    add(violations, "I5 loss", checks.sequences());
    add(violations, "I5 single effect", effects.toldTwice());
    InstantChecks instants = new InstantChecks(log, crossedUntil);
    add(violations, "I5 effect told", instants.effects(checks.ledgers()));
    add(violations, "I5 shift ended", instants.ends());
    add(violations, "I7 gaps", checks.publishedGaps());
    add(violations, "I7 rests", checks.rests().told());
    add(violations, "I7 asked", new AskedCheck(checks).violations());
    return violations;
  }

  private static void add(List<String> all, String invariant, List<String> found) {
    found.forEach(violation -> all.add(invariant + ": " + violation));
  }
}
