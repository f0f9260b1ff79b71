package io.meridian.metrics.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.meridian.metrics.domain.AsOf;
import io.meridian.metrics.domain.AttendanceGrouping;
import io.meridian.metrics.domain.AttendanceSums;
import io.meridian.metrics.domain.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the open time of a window was spent, by groups. */
@Schema(name = "Attendance")
public record AttendanceView(
    Instant from,
    Instant to,
    @Schema(examples = "serviceHours") String groupBy,
    @Schema(description = "by time, longest first; weeks in their order") List<Group> items,
    @Schema(description = "of all groups, also those beyond limit") Totals totals,
    @Schema(description = "what happened up to then is in the figures") Instant asOf) {

  /** Parts of the open time, 0 to 1. */
  @Schema(name = "AttendanceShares")
  public record Shares(
      @Schema(examples = "0.9700") BigDecimal attended,
      @Schema(examples = "0.0200") BigDecimal gap,
      @Schema(examples = "0.0100") BigDecimal agreed,
      @Schema(examples = "0.0000") BigDecimal resting) {

    static @Nullable Shares of(AttendanceSums sums) {
      long open = sums.openMillis();
      return open == 0
          ? null
          : new Shares(
              Share.of(sums.attendedMillis(), open),
              Share.of(sums.gapMillis(), open),
              Share.of(sums.agreedMillis(), open),
              Share.of(sums.restingMillis(), open));
    }
  }

  /** The figures of all groups together. */
  @Schema(name = "AttendanceTotals")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Totals(
      @Schema(description = "absent when grouped by region or tam") @Nullable Duration open,
      @Schema(description = "absent when grouped by region or tam") @Nullable Duration attended,
      Duration gap,
      Duration agreed,
      Duration resting,
      @Schema(description = "absent when nothing was open, and when grouped by region or tam")
          @Nullable Shares shares) {}

  /** The figures of one group; the fields that name it depend on the grouping. */
  @Schema(name = "AttendanceGroup")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Group(
      @Schema(
              examples = "HOME_REGION",
              description = "names the group, whatever the grouping; empty without a customer")
          String key,
      @Nullable String serviceHours,
      @Nullable String severity,
      @Nullable Named customer,
      @Schema(nullable = true, examples = "2026-W10", description = "ISO 8601 week in UTC")
          @Nullable String week,
      @Nullable String region,
      @Schema(description = "who was accountable") @Nullable Named tam,
      @Schema(description = "open time; absent when grouped by region or tam")
          @Nullable Duration open,
      @Schema(description = "somebody attended; absent when grouped by region or tam")
          @Nullable Duration attended,
      @Schema(description = "nobody did, and nobody had agreed to it") Duration gap,
      @Schema(description = "in gaps of agreed coverage holes") Duration agreed,
      @Schema(description = "nobody was expected to act") Duration resting,
      @Schema(description = "absent when nothing was open, and when grouped by region or tam")
          @Nullable Shares shares) {}

  static AttendanceView of(
      AttendanceGrouping grouping, Window window, AsOf<List<AttendanceSums>> sums, int limit) {
    AttendanceSums all = sums.value().stream().reduce(AttendanceSums.none(), AttendanceSums::plus);
    return new AttendanceView(
        window.from(),
        window.to(),
        grouping.wireName(),
        sums.value().stream()
            .sorted(order(grouping))
            .limit(limit)
            .map(group -> group(grouping, group))
            .toList(),
        new Totals(
            open(grouping, all),
            attended(grouping, all),
            Duration.ofMillis(all.gapMillis()),
            Duration.ofMillis(all.agreedMillis()),
            Duration.ofMillis(all.restingMillis()),
            Shares.of(all)),
        sums.instant());
  }

  private static Comparator<AttendanceSums> order(AttendanceGrouping grouping) {
    Comparator<AttendanceSums> byKey = Comparator.comparing(AttendanceSums::key);
    return grouping == AttendanceGrouping.WEEK
        ? byKey
        : Comparator.comparingLong(AttendanceSums::knownMillis).reversed().thenComparing(byKey);
  }

  private static Group group(AttendanceGrouping grouping, AttendanceSums sums) {
    String key = sums.key();
    return new Group(
        key,
        only(grouping == AttendanceGrouping.SERVICE_HOURS, key),
        only(grouping == AttendanceGrouping.SEVERITY, key),
        grouping == AttendanceGrouping.CUSTOMER && !key.isEmpty()
            ? new Named(key, sums.name())
            : null,
        only(grouping == AttendanceGrouping.WEEK, key),
        only(grouping == AttendanceGrouping.REGION, key),
        grouping == AttendanceGrouping.TAM ? new Named(key, sums.name()) : null,
        open(grouping, sums),
        attended(grouping, sums),
        Duration.ofMillis(sums.gapMillis()),
        Duration.ofMillis(sums.agreedMillis()),
        Duration.ofMillis(sums.restingMillis()),
        Shares.of(sums));
  }

  private static @Nullable Duration open(AttendanceGrouping grouping, AttendanceSums sums) {
    return grouping.tellsOpen() ? Duration.ofMillis(sums.openMillis()) : null;
  }

  private static @Nullable Duration attended(AttendanceGrouping grouping, AttendanceSums sums) {
    return grouping.tellsOpen() ? Duration.ofMillis(sums.attendedMillis()) : null;
  }

  private static @Nullable String only(boolean when, String key) {
    return when ? key : null;
  }
}
