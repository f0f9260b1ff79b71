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
          "handoffs = acceptedEarly + acceptedInTime + acceptedLate + missed + cancelled + pending")
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
      @Schema(description = "declined by somebody, whatever came after") long declined,
      @Schema(description = "gone to the lead, whatever came after") long escalatedToLead,
      @Schema(description = "the incoming shift ended without acceptance") long missed,
      @Schema(description = "ended without need of acceptance: closed, moved, roster changed")
          long cancelled,
      @Schema(description = "not finished") long pending,
      @Schema(description = "offered after their due instant") long offeredLate,
      @Schema(examples = "0.9876", description = "accepted / (accepted + missed), null without any")
          @Nullable BigDecimal acceptanceRate,
      @Schema(
              examples = "0.9312",
              description =
                  "(acceptedEarly + acceptedInTime) / (accepted + missed), null without any")
          @Nullable BigDecimal inTimeRate,
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
          figures.declined(),
          figures.escalatedToLead(),
          figures.missed(),
          figures.cancelled(),
          figures.pending(),
          figures.offeredLate(),
          Share.orNull(figures.accepted(), figures.due()),
          Share.orNull(figures.early() + figures.inTime(), figures.due()),
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
