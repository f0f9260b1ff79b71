package io.meridian.metrics.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.meridian.metrics.domain.AsOf;
import io.meridian.metrics.domain.HandoffFigures;
import io.meridian.metrics.domain.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the handoffs of a window went, by region pair. */
@Schema(name = "HandoffMetrics")
public record HandoffMetricsView(
    Instant from,
    Instant to,
    @Schema(description = "one for each region pair, in alphabetical order") List<Figures> items,
    Figures totals,
    @Schema(description = "what happened up to then is in the figures") Instant asOf) {

  /** The figures of one region pair, or of all. */
  @Schema(
      name = "HandoffFigures",
      description =
          "handoffs = acceptedEarly + acceptedInTime + acceptedLate + assignedByLead + missed"
              + " + cancelled + pending; due = accepted + assignedByLead + missed"
              + " + pendingPastBoundary: those that should have been accepted by asOf")
  public record Figures(
      @Schema(nullable = true, examples = "EMEA", description = "absent in the totals")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable String fromRegion,
      @Schema(nullable = true, examples = "AMER", description = "absent in the totals")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable String toRegion,
      @Schema(description = "handoffs drafted for a boundary in the window") long handoffs,
      @Schema(description = "of these, offered to somebody") long offered,
      @Schema(description = "accepted, whenever") long accepted,
      @Schema(description = "before the incoming shift began") long acceptedEarly,
      @Schema(description = "from then on, up to the deadline") long acceptedInTime,
      @Schema(description = "after the deadline") long acceptedLate,
      @Schema(
              description =
                  "accepted, and no gap that nobody had agreed to ran at the shift change: the product"
                      + " working. Accepted in time is not enough: the deadline may lie after the"
                      + " boundary")
          long withoutGap,
      @Schema(description = "nobody accepted: the lead gave it to somebody; not in accepted")
          long assignedByLead,
      @Schema(description = "declined by somebody, whatever came after") long declined,
      @Schema(description = "gone to the lead, whatever came after") long escalatedToLead,
      @Schema(description = "the incoming shift ended without acceptance") long missed,
      @Schema(
              description =
                  "ended without need of acceptance: closed, resolved, stays, moved,"
                      + " roster changed")
          long cancelled,
      @Schema(description = "not finished") long pending,
      @Schema(description = "of pending, those whose boundary had passed by asOf")
          long pendingPastBoundary,
      @Schema(description = "offered after their due instant") long offeredLate,
      @Schema(examples = "0.9876", description = "accepted / due, null when none was due")
          @Nullable BigDecimal acceptanceRate,
      @Schema(
              examples = "0.9312",
              description = "(acceptedEarly + acceptedInTime) / due, null when none was due")
          @Nullable BigDecimal inTimeRate,
      @Schema(examples = "0.9127", description = "withoutGap / due, null when none was due")
          @Nullable BigDecimal withoutGapRate,
      @Schema(description = "from the first offer to the acceptance, whoever accepted")
          PercentilesView timeToAccept) {

    static Figures of(HandoffFigures figures) {
      return new Figures(
          figures.fromRegion(),
          figures.toRegion(),
          figures.handoffs(),
          figures.offered(),
          figures.accepted(),
          figures.early(),
          figures.inTime(),
          figures.late(),
          figures.withoutGap(),
          figures.assignedByLead(),
          figures.declined(),
          figures.escalatedToLead(),
          figures.missed(),
          figures.cancelled(),
          figures.pending(),
          figures.pendingPastBoundary(),
          figures.offeredLate(),
          Share.orNull(figures.accepted(), figures.due()),
          Share.orNull(figures.early() + figures.inTime(), figures.due()),
          Share.orNull(figures.withoutGap(), figures.due()),
          PercentilesView.of(figures.medianToAcceptMillis(), figures.p95ToAcceptMillis()));
    }
  }

  static HandoffMetricsView of(Window window, AsOf<List<HandoffFigures>> figures) {
    List<Figures> all = figures.value().stream().map(Figures::of).toList();
    return new HandoffMetricsView(
        window.from(),
        window.to(),
        all.subList(0, all.size() - 1),
        all.getLast(),
        figures.instant());
  }
}
