package io.meridian.metrics.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.meridian.events.Severity;
import io.meridian.metrics.domain.AsOf;
import io.meridian.metrics.domain.EscalationFigures;
import io.meridian.metrics.domain.Window;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the escalations of a window went, by severity. */
@Schema(name = "EscalationMetrics")
public record EscalationMetricsView(
    Instant from,
    Instant to,
    @Schema(description = "one for each severity that occurred, worst first") List<Figures> items,
    Figures totals,
    @Schema(description = "what happened up to then is in the figures") Instant asOf) {

  /** The figures of one severity, or of all. */
  @Schema(
      name = "EscalationFigures",
      description = "A reopening after a close counts as an opening of its own.")
  public record Figures(
      @Schema(description = "absent in the totals") @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable Severity severity,
      @Schema(description = "opened in the window") long opened,
      @Schema(description = "of these, acknowledged by now") long acknowledged,
      @Schema(description = "resolved in the window, and not taken up again") long resolved,
      @Schema(description = "closed in the window") long closed,
      @Schema(description = "not closed by now, whenever opened") long openNow,
      @Schema(description = "of those opened in the window") PercentilesView timeToAcknowledge,
      @Schema(description = "of those resolved in the window, from their opening")
          PercentilesView timeToResolve) {

    static Figures of(EscalationFigures figures) {
      return new Figures(
          figures.severity(),
          figures.opened(),
          figures.acknowledged(),
          figures.resolved(),
          figures.closed(),
          figures.openNow(),
          PercentilesView.of(figures.toAcknowledge().median(), figures.toAcknowledge().p95()),
          PercentilesView.of(figures.toResolve().median(), figures.toResolve().p95()));
    }
  }

  static EscalationMetricsView of(Window window, AsOf<List<EscalationFigures>> figures) {
    List<Figures> all = figures.value().stream().map(Figures::of).toList();
    return new EscalationMetricsView(
        window.from(),
        window.to(),
        all.subList(0, all.size() - 1),
        all.getLast(),
        figures.instant());
  }
}
