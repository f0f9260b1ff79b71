package io.meridian.metrics.api;

import io.meridian.events.GapCause;
import io.meridian.events.Severity;
import io.meridian.metrics.domain.GapEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A gap on a list. */
@Schema(
    name = "Gap",
    description = "A stretch [start, end) in which an open escalation was not attended.")
public record GapView(
    UUID id,
    UUID escalationId,
    @Schema(examples = "ESC-1042") String escalation,
    @Nullable Named customer,
    Severity severity,
    @Schema(examples = "2026-03-08T07:00:00Z") Instant start,
    @Schema(description = "null while the gap is open") @Nullable Instant end,
    @Schema(examples = "PT4M12S", description = "end - start; of an open gap, up to asOf")
        Duration duration,
    GapCause cause,
    @Schema(examples = "EMEA", description = "region of the accountable person") String fromRegion,
    @Schema(
            nullable = true,
            examples = "AMER",
            description = "region that should have taken over, null if none")
        @Nullable String toRegion,
    @Schema(description = "who was accountable, though not on duty") Named accountable,
    @Schema(
            nullable = true,
            description =
                "who had been asked to take over when the gap began, or was asked first while it"
                    + " ran; null when nobody was")
        @Nullable Named asked,
    @Schema(
            nullable = true,
            examples = "2026-03-08T06:30:00Z",
            description = "when they were asked; null when nobody was")
        @Nullable Instant askedSince,
    @Schema(description = "the shift change it belongs to, null when none was planned")
        @Nullable UUID shiftChangeId,
    @Schema(description = "a manager had agreed to the coverage hole it is in: no sum counts it")
        boolean agreed) {

  static GapView of(GapEntry gap, Instant asOf) {
    return new GapView(
        gap.id(),
        gap.escalationId(),
        gap.escalation(),
        gap.customerId() == null
            ? null
            : new Named(gap.customerId().toString(), gap.customerName()),
        gap.severity(),
        gap.start(),
        gap.end(),
        gap.durationAt(asOf),
        gap.cause(),
        gap.fromRegion(),
        gap.toRegion(),
        new Named(gap.tam(), gap.tamName()),
        gap.asked() == null ? null : new Named(gap.asked(), gap.askedName()),
        gap.askedSince(),
        gap.shiftChangeId(),
        gap.agreed());
  }
}
