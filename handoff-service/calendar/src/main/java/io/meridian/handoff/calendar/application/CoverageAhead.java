package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.domain.Coverage;
import io.meridian.handoff.calendar.domain.CoverageGap;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The coverage gaps of the year to come by the rules in force, computed once a day: everybody who
 * opens their shift or the board asks for them.
 */
@ApplicationScoped
public class CoverageAhead {
  /** How far ahead gaps are known. */
  public static final Duration YEAR = Duration.ofDays(366);

  private static final Duration WEEK = Duration.ofDays(7);

  private final AgreementReader agreements;
  private volatile @Nullable Known latest;

  CoverageAhead(AgreementReader agreements) {
    this.agreements = agreements;
  }

  /** What the rules say from a day on. */
  private record Known(InForce inForce, Instant day, List<CoverageGap> gaps) {}

  /** The gaps that share an instant with the next seven days, with what is agreed of each. */
  public Uni<List<CoverageGap>> gaps(UnitOfWork unit, InForce inForce, Instant now) {
    Instant to = now.plus(WEEK);
    List<CoverageGap> gaps =
        byRules(inForce, now).stream().filter(gap -> gap.start().isBefore(to)).toList();
    return gaps.isEmpty()
        ? Uni.createFrom().item(gaps)
        : agreements.between(unit, now, to).map(agreed -> CoverageGap.cut(gaps, agreed));
  }

  /** The gaps that share an instant with the next {@link #YEAR}, agreed to or not. */
  public List<CoverageGap> byRules(InForce inForce, Instant now) {
    Instant to = now.plus(YEAR);
    return known(inForce, now).gaps().stream()
        .filter(gap -> gap.start().isBefore(to) && gap.end().isAfter(now))
        .toList();
  }

  private Known known(InForce inForce, Instant now) {
    Instant day = now.truncatedTo(ChronoUnit.DAYS);
    Known known = latest;
    if (known == null || known.inForce() != inForce || !known.day().equals(day)) {
      Instant to = day.plus(YEAR).plus(Duration.ofDays(1));
      known = new Known(inForce, day, Coverage.of(inForce.rules(), day, to).gaps());
      latest = known;
    }
    return known;
  }
}
