package io.meridian.metrics.application;

import io.meridian.events.GapState;
import io.meridian.metrics.domain.GapGrouping;
import io.meridian.metrics.domain.GapReport;
import io.meridian.metrics.domain.GapSums;
import io.meridian.metrics.domain.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The definition of a summary, gap by gap, with nothing clever in it: what the rollups must equal.
 */
final class NaiveSummary {

  private final Map<String, GapSums> groups = new HashMap<>();
  private final GapGrouping grouping;
  private final Window window;
  private final Instant asOf;

  private NaiveSummary(GapGrouping grouping, Window window, Instant asOf) {
    this.grouping = grouping;
    this.window = window;
    this.asOf = asOf;
  }

  /** The groups by {@code key|second}. */
  static Map<String, GapSums> of(
      Collection<GapReport> gaps, GapGrouping grouping, Window window, Instant asOf) {
    NaiveSummary summary = new NaiveSummary(grouping, window, asOf);
    gaps.stream().filter(report -> !report.voided()).forEach(report -> summary.add(report.gap()));
    summary
        .groups
        .values()
        .removeIf(sums -> sums.gaps() == 0 && sums.millis() == 0 && sums.agreedMillis() == 0);
    return summary.groups;
  }

  private void add(GapState gap) {
    boolean open = gap.end() == null;
    Instant end = open ? (asOf.isAfter(gap.start()) ? asOf : gap.start()) : gap.end();
    boolean agreed = Boolean.TRUE.equals(gap.agreed());
    if (window.contains(gap.start()) && !agreed) {
      long length = Duration.between(gap.start(), end).toMillis();
      put(gap, gap.start(), new GapSums("", "", null, 1, open ? 1 : 0, 0, length, 0));
    }
    Instant from = later(gap.start(), window.from());
    Instant to = end.isBefore(window.to()) ? end : window.to();
    while (from.isBefore(to)) {
      Instant midnight = dayOf(from).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
      Instant until = midnight.isBefore(to) ? midnight : to;
      long millis = Duration.between(from, until).toMillis();
      put(gap, from, new GapSums("", "", null, 0, 0, agreed ? 0 : millis, 0, agreed ? millis : 0));
      from = until;
    }
  }

  private void put(GapState gap, Instant at, GapSums more) {
    String second =
        grouping == GapGrouping.REGION_PAIR && gap.toRegion() != null ? gap.toRegion() : "";
    String key = key(gap, at);
    GapSums none = new GapSums(key, second, null, 0, 0, 0, 0, 0);
    groups.merge(key + "|" + second, none.plus(more), GapSums::plus);
  }

  private String key(GapState gap, Instant at) {
    return switch (grouping) {
      case REGION_PAIR -> gap.fromRegion();
      case CAUSE -> gap.cause().name();
      case SEVERITY -> gap.severity().name();
      case TAM -> gap.accountable().id();
      case ASKED_TAM -> gap.asked() == null ? "" : gap.asked().id();
      case CUSTOMER -> gap.customerId() == null ? "" : gap.customerId().toString();
      case WEEK ->
          "%d-W%02d"
              .formatted(
                  dayOf(at).get(IsoFields.WEEK_BASED_YEAR),
                  dayOf(at).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    };
  }

  private static LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
