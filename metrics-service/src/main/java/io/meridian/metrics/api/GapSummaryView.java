package io.meridian.metrics.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.meridian.metrics.domain.AsOf;
import io.meridian.metrics.domain.GapGrouping;
import io.meridian.metrics.domain.GapSums;
import io.meridian.metrics.domain.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Gaps of a window, summed by groups. */
@Schema(name = "GapSummary")
public record GapSummaryView(
    Instant from,
    Instant to,
    @Schema(examples = "regionPair") String groupBy,
    @Schema(description = "by duration, longest first; weeks in their order") List<Group> items,
    @Schema(description = "of all groups, also those beyond limit") Totals totals,
    @Schema(description = "what happened up to then is in the figures") Instant asOf) {

  /** The figures of all groups together. */
  @Schema(name = "GapTotals")
  public record Totals(
      long gaps,
      long open,
      Duration duration,
      Duration longest,
      @Schema(description = "time in gaps that were agreed to, in no other figure")
          Duration agreed) {}

  /** The figures of one group; the fields that name it depend on the grouping. */
  @Schema(name = "GapGroup")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Group(
      @Schema(
              examples = "EMEA>AMER",
              description =
                  "names the group, whatever the grouping; empty for gaps without customer, and for"
                      + " those that nobody was asked to end")
          String key,
      @Nullable String fromRegion,
      @Schema(nullable = true, description = "absent when no shift was to come")
          @Nullable String toRegion,
      @Nullable String cause,
      @Nullable String severity,
      @Schema(nullable = true, examples = "2026-W10", description = "ISO 8601 week in UTC")
          @Nullable String week,
      @Nullable Named customer,
      @Schema(description = "who was accountable") @Nullable Named tam,
      @Schema(
              nullable = true,
              description = "who had been asked to take over; absent when nobody had")
          @Nullable Named askedTam,
      @Schema(description = "gaps that began in the window") long gaps,
      @Schema(description = "those of them that are still open") long open,
      @Schema(description = "gap time inside the window, also of gaps that began before it")
          Duration duration,
      @Schema(description = "longest whole duration among the gaps that began in the window")
          Duration longest,
      @Schema(description = "time in gaps that were agreed to, in no other figure") Duration agreed,
      @Schema(examples = "0.4211", description = "part of the total duration, 0 to 1")
          BigDecimal share) {}

  static GapSummaryView of(
      GapGrouping grouping, Window window, AsOf<List<GapSums>> sums, int limit) {
    GapSums all = sums.value().stream().reduce(GapSums.none(), GapSums::plus);
    return new GapSummaryView(
        window.from(),
        window.to(),
        grouping.wireName(),
        sums.value().stream()
            .sorted(order(grouping))
            .limit(limit)
            .map(group -> group(grouping, group, all.millis()))
            .toList(),
        new Totals(
            all.gaps(),
            all.open(),
            Duration.ofMillis(all.millis()),
            Duration.ofMillis(all.longestMillis()),
            Duration.ofMillis(all.agreedMillis())),
        sums.instant());
  }

  private static Comparator<GapSums> order(GapGrouping grouping) {
    Comparator<GapSums> byKey = Comparator.comparing(GapSums::key).thenComparing(GapSums::second);
    return grouping == GapGrouping.WEEK
        ? byKey
        : Comparator.comparingLong(GapSums::millis)
            .thenComparingLong(GapSums::gaps)
            .reversed()
            .thenComparing(byKey);
  }

  private static Group group(GapGrouping grouping, GapSums sums, long allMillis) {
    String key = sums.key();
    boolean pair = grouping == GapGrouping.REGION_PAIR;
    return new Group(
        pair ? key + ">" + sums.second() : key,
        pair ? key : null,
        pair && !sums.second().isEmpty() ? sums.second() : null,
        only(grouping == GapGrouping.CAUSE, key),
        only(grouping == GapGrouping.SEVERITY, key),
        only(grouping == GapGrouping.WEEK, key),
        grouping == GapGrouping.CUSTOMER && !key.isEmpty() ? new Named(key, sums.name()) : null,
        grouping == GapGrouping.TAM ? new Named(key, sums.name()) : null,
        grouping == GapGrouping.ASKED_TAM && !key.isEmpty() ? new Named(key, sums.name()) : null,
        sums.gaps(),
        sums.open(),
        Duration.ofMillis(sums.millis()),
        Duration.ofMillis(sums.longestMillis()),
        Duration.ofMillis(sums.agreedMillis()),
        Share.of(sums.millis(), allMillis));
  }

  private static @Nullable String only(boolean when, String key) {
    return when ? key : null;
  }
}
