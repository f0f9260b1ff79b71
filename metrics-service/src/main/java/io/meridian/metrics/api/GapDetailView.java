package io.meridian.metrics.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.meridian.metrics.domain.AsOf;
import io.meridian.metrics.domain.GapEntry;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One gap by itself. */
@Schema(name = "GapDetail")
public record GapDetailView(
    @JsonUnwrapped GapView gap,
    @Schema(description = "of an open gap, until when it has lasted") Instant asOf,
    Map<String, String> links) {

  static GapDetailView of(AsOf<GapEntry> gap) {
    GapEntry entry = gap.value();
    return new GapDetailView(
        GapView.of(entry, gap.instant()),
        gap.instant(),
        Map.of(
            "self",
            "/api/v1/gaps/" + entry.id(),
            "escalation",
            "/api/v1/escalations/" + entry.escalationId(),
            "accountability",
            "/api/v1/accountability/" + entry.escalationId()));
  }
}
